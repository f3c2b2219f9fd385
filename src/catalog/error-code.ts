declare const brand: unique symbol;

/** A Twilio error code as text ("30007"), known to be well formed; never "0". */
export type ErrorCode = string & { readonly [brand]: 'ErrorCode' };

/**
 * Reads an error code as a log or an address prints it.
 *
 * @param text the cell, trimmed or not; `30008.0` (pandas) is read as 30008, `030007` as 30007
 * @returns the code, or `undefined` where the text is no code, or means "no error" ("0", "null", "-")
 */
export function parseErrorCode(text: string): ErrorCode | undefined {
  const digits = /^0*([1-9]\d{2,5})(?:\.0+)?$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : (digits as ErrorCode);
}

/** The first thing in a text (an address, a pasted callback) that looks like a five- or six-digit code. */
export function findErrorCode(text: string): ErrorCode | undefined {
  const digits = /(?<!\d)[1-9]\d{4,5}(?!\d)/.exec(text)?.[0];
  return digits === undefined ? undefined : parseErrorCode(digits);
}
