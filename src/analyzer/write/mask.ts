/** Left alone even beside a number: dates, which the names of exported files hold. */
const KEPT = [
  String.raw`(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)`,
  String.raw`\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)`,
].join('|');

/** What a spreadsheet makes of a number: "1.30356E+10". */
const ROUNDED = String.raw`\d(?:[.,]\d+E\+?|E\+)\d{1,3}(?!\d)`;

const SPACE = String.raw`[ \t()\u00a0\u2007\u2009\u202f]`;
const DASH = String.raw`[-/\u2010-\u2014]`;
const BETWEEN = String.raw`(?:\.|${SPACE}{0,2}${DASH}${SPACE}{0,2}|${SPACE}{1,3})`;
const GROUP = String.raw`(?!${KEPT})\d+`;
const GROUPS = String.raw`(?:\+${SPACE}{0,2}\d+|${GROUP})(?:${BETWEEN}${GROUP})*`;

/** Never starts inside a word: the digits of a SID are no number. */
const CANDIDATE = new RegExp(String.raw`(?<![a-z\d])(?:${KEPT}|(?<number>${ROUNDED}|${GROUPS}))`, 'gi');

/** Codes in a row, "30003 30005" or "30000–39999", are as long as a number; a code of Twilio starts with 1 to 6. */
const CODES = /^[1-6]\d{4}(?:\D+[1-6]\d{4})*$/;

/** As many digits as a number has: with a "+" or rounded from 7 on (E.164 less a digit or two), else more than a short code. */
const isNumber = (text: string, digits: number): boolean => (/[+e]/i.test(text) ? digits >= 7 : digits >= 9 && !CODES.test(text));

/**
 * Hides phone numbers in words of a log that are shown or pasted somewhere: "+13035550117" becomes "+1303•••••17", "(303) 555-0107"
 * becomes "(303) 5••-••07". The country and area stay, for they are what a pattern is about; short codes, error codes and
 * names of senders are no secrets.
 */
export const maskNumbers = (text: string): string =>
  text.replace(CANDIDATE, (found: string, number: string | undefined) => {
    const digits = found.replace(/\D/g, '').length;
    if (number === undefined || !isNumber(number, digits)) return found;
    let place = 0;
    return found.replace(/\d/g, (digit) => {
      place += 1;
      return place <= 4 || place > digits - 2 ? digit : '•';
    });
  });
