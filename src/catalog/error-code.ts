declare const brand: unique symbol;

/** A Twilio error code as text ("30007"), known to be well formed; never "0". */
export type ErrorCode = string & { readonly [brand]: 'ErrorCode' };

/** Spellings of "no error" seen in exports. */
const NONE = new Set(['', '0', '0.0', 'null', 'none', 'nan', '<null>', 'n/a', 'na', '-', 'undefined']);

/**
 * Reads an error code as a log or an address prints it.
 *
 * @param text the cell, trimmed or not; `30008.0` (pandas) is read as 30008, `030007` as 30007
 * @returns the code, or `undefined` where the text means "no error" or is no code
 */
export function parseErrorCode(text: string): ErrorCode | undefined {
  const trimmed = text.trim();
  if (NONE.has(trimmed.toLowerCase())) return undefined;
  const digits = /^0*([1-9]\d{2,5})(?:\.0+)?$/.exec(trimmed)?.[1];
  return digits === undefined ? undefined : (digits as ErrorCode);
}

/** The first thing in a text (an address, a pasted callback) that looks like a five- or six-digit code. */
export function findErrorCode(text: string): ErrorCode | undefined {
  const digits = /(?<!\d)[1-9]\d{4,5}(?!\d)/.exec(text)?.[0];
  return digits === undefined ? undefined : parseErrorCode(digits);
}
