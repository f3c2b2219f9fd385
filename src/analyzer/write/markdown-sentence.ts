import type { Sentence } from '../report/sentence.ts';
import { maskedText } from './masked-sentence.ts';
import { ownPieces, toText } from './printer.ts';

/** What Markdown, HTML, a wiki or a chat would act on: links, mentions and entities included. "_" acts only at the edge of a word. */
const ACTS = /[\\`*{}[\]<>#!|~&@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\.|^[-+=]+(?=\s|$)|(?<=^\d{1,9})[.)](?=\s|$)/giu;

/** How far the wide form of a character of ASCII lies behind it. */
const WIDE = 0xfee0;

/**
 * The text as plain characters wherever it is pasted: a sign that would act is written in its wide form ("*" as "＊"), which is
 * read the same and acts nowhere, for an escape would be seen in tools that know no Markdown.
 */
export const plain = (text: string): string =>
  text.replace(ACTS, (signs) => signs.replaceAll(/./g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + WIDE)));

/** What comes from a log, made fit for pasting: no SID of an account, no whole number, no markup. */
export const quoted = (text: string): string => plain(maskedText(text));

/**
 * Prints sentences as Markdown for pasting: addresses and names masked, texts of messages left out, nothing of a log acts as markup.
 *
 * @param timeZone IANA name known to Intl, in which moments are told
 */
export function markdownPrinter(timeZone: string): (sentence: Sentence) => string {
  return toText({ ...ownPieces(timeZone), text: () => '…', address: quoted, name: quoted });
}
