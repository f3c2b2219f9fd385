import { parseErrorCode } from '../catalog/error-code.ts';

/** How surely a number is meant as an error code. */
export type Evidence = 'named' | 'likely' | 'bare';

export interface FoundCode {
  readonly code: string;
  readonly evidence: Evidence;
}

const DIGITS = String.raw`([1-9]\d{4,5})(?:\.0)?(?!\w|\.\d|-\d)`;
/** What says outright that the number is an error code. */
const named: readonly RegExp[] = [
  new RegExp(String.raw`error[\s_-]?code(?:s|["'\])]*\s*(?:=>|=|:|,|\||is|was|\s)?\s*["'#([]*)\s*${DIGITS}`, 'gi'),
  new RegExp(String.raw`twilio\.com/(?:[\w-]+/)*errors/${DIGITS}`, 'gi'),
  new RegExp(String.raw`(?:ApiError|RestException|RestError|HTTP ERROR \d{3}:|\[HTTP \d{3}\])["'\s:([]{1,4}${DIGITS}`, 'g'),
  new RegExp(String.raw`(?:twilio|messaging|sms|delivery|api)[\s_-]+(?:error|err|code|warning)["'\s:#=([-]{1,4}${DIGITS}`, 'gi'),
  new RegExp(String.raw`\berror["'\s:#=([-]{1,5}${DIGITS}`, 'gi'),
  new RegExp(String.raw`X-Twilio-[\w-]*Error["'\s:=]{1,4}${DIGITS}`, 'gi'),
];
/** What may say it, of a number that is a code. */
const likely = new RegExp(
  String.raw`\b(?:error|err|code|warning|fehler|erreur)[\w-]*["'\s:#=<>(|,[-]{1,6}(?:number|no\.?|is)?\s*["'#]?${DIGITS}`,
  'gi',
);
/** What is counted or measured. */
const UNIT = String.raw`m?s|(?:milli)?sec(?:ond)?s?|[kmg]i?b|bytes|buffers|rows|records|lines|times|users|px|units`;
/** Five or six digits that are no part of a number, a SID, an amount, a place in a file, a process id or a phone number. */
const bare = new RegExp(String.raw`(?<![\w+.:,$€£[/-]|\d )${DIGITS}(?!\]|,\d| \d|[ -](?:${UNIT})\b)`, 'gi');
/** Words before a number that say what else it is: the number of an order, a record, a process, a place. */
const otherNumber =
  /(?:\b(?:order|invoice|ticket|case|process|task|job|build|table|package|serial|sensor|ref|reference|id|pid|port|line|zip|room|customer|lead|user|account|record|[A-Z]{2})["'\s:#=.-]{1,4})$/;
const otherNumberAnyCase = new RegExp(otherNumber.source.replace('|[A-Z]{2}', ''), 'i');

const scan = (text: string, pattern: RegExp): readonly (readonly [code: string, at: number])[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const code = parseErrorCode(match[1] ?? '');
    return code === undefined ? [] : [[code, match.index + match[0].lastIndexOf(code)] as const];
  });

/**
 * The error codes that a text names, each once, the surest first.
 *
 * @param known every code that Twilio lists; other numbers count only where the text itself calls them an error code
 */
export function codesIn(text: string, known: ReadonlySet<string>): readonly FoundCode[] {
  const found = new Map<string, Evidence>();
  const add = (code: string, evidence: Evidence): void => {
    if (!found.has(code)) found.set(code, evidence);
  };
  for (const pattern of named) for (const [code] of scan(text, pattern)) add(code, 'named');
  for (const [code] of scan(text, likely)) if (known.has(code)) add(code, 'likely');
  for (const [code, at] of scan(text, bare)) {
    const before = text.slice(Math.max(0, at - 20), at);
    if (known.has(code) && !otherNumber.test(before) && !otherNumberAnyCase.test(before)) add(code, 'bare');
  }
  const order: readonly Evidence[] = ['named', 'likely', 'bare'];
  return [...found].map(([code, evidence]) => ({ code, evidence })).sort((a, b) => order.indexOf(a.evidence) - order.indexOf(b.evidence));
}

/** A text with the digits that a reader of pictures takes for letters ("3OOO7", "2l6l0"), only where that makes a known code. */
export const withDigits = (text: string, known: ReadonlySet<string>): string =>
  text.replaceAll(/(?<![\w-])(?=\w*\d\w*\d)[1-9lI][\dlIOo]{4}(?![\w-])/g, (word) => {
    const code = word.replaceAll(/[lI]/g, '1').replaceAll(/o/gi, '0');
    return known.has(code) ? code : word;
  });

/** Every known code of a text that holds nothing but codes and the words people put around them. */
export const codesAlone = (text: string, known: ReadonlySet<string>): readonly FoundCode[] =>
  [...new Set(text.match(/(?<!\d)[1-9]\d{4,5}(?!\d)/g) ?? [])]
    .filter((code) => known.has(code))
    .map((code) => ({ code, evidence: 'named' }));

/**
 * The one code a text means, for a field that asks for a code: "30007", "Error 30007:", a callback, a link to Twilio's page of it.
 *
 * @param known codes that have a page
 * @returns `undefined` where the text names none of them, or several
 */
export function oneCodeIn(text: string, known: ReadonlySet<string>): string | undefined {
  const codes = codesIn(text, known).filter(({ code }) => known.has(code));
  const sure = codes.filter(({ evidence }) => evidence === 'named');
  const [only, ...others] = sure.length > 0 ? sure : codes;
  return others.length === 0 ? only?.code : undefined;
}
