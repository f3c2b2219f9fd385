import { listIds, listWords, whenWords, type ListId } from '../../catalog/number-lists.ts';
import type { ListedNumber, NumberList, Report } from '../report/report.ts';
import { counted, figure } from '../words/figure.ts';
import { inPieces, toCsv } from './csv.ts';
import { safeJson } from './safe-json.ts';

/** What reasons are called: findings by their id, codes by their number. */
export interface ReasonWords {
  readonly words: Readonly<Record<string, { readonly title: string } | undefined>>;
  readonly knowledge: { readonly codes: Readonly<Record<string, { readonly title: string } | undefined>> };
}

/** Why a number is on a list: the title of the finding, or the code with its title. */
export function reasonWords({ reason }: Pick<ListedNumber, 'reason'>, { words, knowledge }: ReasonWords): string {
  if (reason === '') return 'Failed without an error code';
  if (/^\d/.test(reason)) return `${reason} ${knowledge.codes[reason]?.title ?? 'not in the dictionary'}`;
  return words[reason]?.title ?? reason.replaceAll('-', ' ');
}

/** Whether plain digits, which say neither when nor why, may hold the number: not where something must be mended first. */
export const isReady = ({ when }: Pick<ListedNumber, 'when'>): boolean => when !== 'after-fix';

/** Whole numbers for machines: the digits of E.164 without "+", one a line, in pieces. */
export const listDigits = (entries: readonly ListedNumber[]): Generator<string, void, void> =>
  inPieces(entries, ({ number }) => `${number.slice(1)}\n`);

const HEADING = ['Number', 'Reason', 'When', 'Codes', 'Times', 'Last seen', 'Reached since', 'Sample SID'];

/** A list of whole numbers with what is known of each, as CSV in pieces: the first column holds E.164 and nothing else. */
export const listCsv = (entries: readonly ListedNumber[], wording: ReasonWords): Generator<string, void, void> =>
  toCsv(HEADING, entries, (entry) => [
    entry.number,
    reasonWords(entry, wording),
    entry.when === undefined ? '' : whenWords[entry.when],
    entry.codes.join(' '),
    String(entry.times),
    entry.lastSeen ?? '',
    entry.reachedSince ?? '',
    entry.sid ?? '',
  ]);

/** ", 3 of them only after a fix", where that is so; a report that was kept does not tell. */
export function afterFixWords({ entries, numbers }: NumberList): string {
  const later = entries.filter((entry) => !isReady(entry)).length;
  if (later === 0) return '';
  return `, ${later === numbers ? '' : `${figure(later)} of them `}only after a fix`;
}

/** Each list that holds a number, in one line without the numbers: "Stop texting: 19 numbers, 63 messages". */
export const listLines = ({ lists }: Pick<Report, 'lists'>): readonly { readonly id: ListId; readonly line: string }[] =>
  listIds
    .filter((id) => lists[id].numbers > 0)
    .map((id) => {
      const { numbers, messages } = lists[id];
      return {
        id,
        line: `${listWords[id].title}: ${counted(numbers, 'number')}, ${counted(messages, 'message')}${afterFixWords(lists[id])}`,
      };
    });

/** A list as JSON; ends with a line feed. */
export const listJson = (id: ListId, list: NumberList): string => `${safeJson({ list: id, ...list }, 2)}\n`;
