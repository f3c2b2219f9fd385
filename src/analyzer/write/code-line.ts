import { actorsNoun, capital, retryAnswers } from '../../catalog/error-words.ts';
import { figure } from '../words/figure.ts';
import type { CodeToAct } from '../report/report.ts';

/** How many of the failures with a code a finding explains, in words; '' where none does. */
export const explainedWords = ({ count, explained }: CodeToAct): string =>
  explained === 0 ? '' : explained === count ? 'all explained above' : `${figure(explained)} explained above`;

/** One code in one line of plain text: how many, whose turn it is, whether to send again, what to do first. */
export function codeLine(row: CodeToAct, { codes }: { readonly codes: Readonly<Record<string, { readonly title: string }>> }): string {
  const { code, count, actors, resend, first } = row;
  const name = code === '' ? 'no code' : [code, codes[code]?.title].filter(Boolean).join(' ');
  const explained = explainedWords(row);
  return [
    `${name}: ${figure(count)} did not arrive${explained === '' ? '' : ` (${explained})`}.`,
    ...(actors.length === 0 ? [] : [`Who acts: ${actorsNoun(actors)}.`]),
    `Resend: ${retryAnswers[resend]}.`,
    ...(first === undefined ? [] : [`First: ${capital(first)}`]),
  ].join(' ');
}
