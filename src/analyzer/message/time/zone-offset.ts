const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours whose offset is remembered. */
const REMEMBERED = 20_000;

/** Makes of a time that a clock on a wall in a zone showed a moment. @throws RangeError for a zone that does not exist */
export class WallClock {
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #offsets = new Map<number, number>();

  /** @param zone IANA name, such as "America/Sao_Paulo" */
  constructor(zone: string) {
    this.#format =
      zone === 'UTC'
        ? undefined
        : new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
          });
  }

  /**
   * @param shown what the clock showed, as milliseconds as if it were UTC
   * @returns milliseconds since 1970 in UTC; in the hour that a clock shows twice the first of the two, in one that it skips as if it had not
   */
  momentOf(shown: number): number {
    if (this.#format === undefined || Number.isNaN(shown)) return shown;
    const before = this.#offsetAt(shown - DAY);
    const after = this.#offsetAt(shown + DAY);
    // Where the zone changes between: the offset that is true at the moment it gives; before the change, when both are, or none.
    const isAfter = before !== after && this.#offsetAt(shown - before) !== before && this.#offsetAt(shown - after) === after;
    return shown - (isAfter ? after : before);
  }

  /** Milliseconds east of UTC at a moment; zones change at whole quarters of an hour. */
  #offsetAt(moment: number): number {
    const quarter = Math.floor((moment * 4) / HOUR);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const at = (quarter * HOUR) / 4;
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format?.formatToParts(at) ?? []) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute) - at;
    if (this.#offsets.size >= REMEMBERED) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }
}
