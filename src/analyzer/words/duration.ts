const MINUTE = 60;
const HOUR = 3_600;

/** "40 s", "12 min", "1.5 h": whole seconds in the largest unit of which there are one and a half or more. */
export function duration(seconds: number): string {
  if (seconds < 1.5 * MINUTE) return `${String(seconds)} s`;
  if (seconds < 1.5 * HOUR) return `${String(Math.round(seconds / MINUTE))} min`;
  return `${String(Math.round((10 * seconds) / HOUR) / 10)} h`;
}
