/** A zone to pick. */
export interface ZoneChoice {
  readonly zone: string;
  readonly label: string;
}

/** The zones most wanted, first the reader's own, then UTC and the clock the log was written in, where it says so. */
export function usualZones(own: string, ofLog: string | undefined): readonly ZoneChoice[] {
  const choices = [
    { zone: own, label: `${own} (this browser)` },
    { zone: 'UTC', label: 'UTC' },
    ...(ofLog === undefined ? [] : [{ zone: ofLog, label: `UTC${ofLog} (the log's own)` }]),
  ];
  return choices.filter(({ zone }, i) => choices.findIndex((other) => other.zone === zone) === i);
}
