/** No message has more: Twilio takes 1,600 characters, which are 24 segments of 67. */
const MOST_DIGITS = 3;

/** The number in a cell of one digit between two places of a file; -1 for any other cell. */
export function oneSegmentDigitIn(bytes: Uint8Array, from: number, to: number): number {
  const digit = (bytes[from] ?? 0) - 48;
  return to - from === 1 && digit >= 0 && digit <= 9 ? digit : -1;
}

/**
 * Reads a number of segments as a log prints it, "3".
 *
 * @returns a whole number; 0 where the cell is empty or no such number: not counted yet
 */
export function parseSegments(cell: string): number {
  // Nearly every cell is one digit.
  if (cell.length === 1) {
    const digit = cell.charCodeAt(0) - 48;
    return digit >= 0 && digit <= 9 ? digit : 0;
  }
  const text = cell.trim();
  return text.length <= MOST_DIGITS && /^\d+$/.test(text) ? Number(text) : 0;
}
