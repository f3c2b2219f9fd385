/** A time that may be Infinity or -Infinity, "none yet", as JSON can hold it. */
export const savedTime = (time: number): number | null => (Number.isFinite(time) ? time : null);
