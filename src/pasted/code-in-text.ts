import { parseErrorCode, type ErrorCode } from '../catalog/error-code.ts';

/** "ErrorCode=30007", "error_code": 30007, "Error 30007:", "code: 30007". */
const labelled = /(?:error[\s_-]?code|error|code)["'\s:=#]{0,4}([1-9]\d{2,5})(?![\w.])/gi;
/** Five or six digits that are no part of a number, a SID, an amount or a phone number. */
const bare = /(?<![\w+.-])([1-9]\d{4,5})(?![\w-]|\.\d)/g;

/**
 * The error code a reader most likely means, out of a code, a callback, a log row or a sentence.
 *
 * @param text anything, of any length; only its first 20,000 characters are read
 * @param known codes that have a page; one of them wins over other numbers of the same form
 * @returns the code, or `undefined` where the text holds none
 */
export function codeInText(text: string, known: ReadonlySet<string>): ErrorCode | undefined {
  const head = text.slice(0, 20_000);
  const found = (pattern: RegExp): readonly ErrorCode[] =>
    [...head.matchAll(pattern)].flatMap(([, digits = '']) => parseErrorCode(digits) ?? []);
  const named = found(labelled);
  const others = found(bare);
  return named.find((code) => known.has(code)) ?? named[0] ?? others.find((code) => known.has(code)) ?? others[0];
}
