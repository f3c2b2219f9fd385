import { actorsNoun, retryAnswers } from '../../catalog/error-words.ts';
import type { Report } from '../report/report.ts';
import { withoutBidi } from '../words/direction.ts';
import { toCsv } from './csv.ts';
import { reasonWords, type ReasonWords } from './number-list.ts';
import { plainPrinter } from './plain.ts';

const HEADING = [
  'Kind',
  'Name',
  'Title',
  'Severity',
  'Confidence',
  'Messages',
  'Could have arrived',
  'Since',
  'What',
  'Who acts',
  'Resend',
];

/**
 * What broke as one table, in pieces: a row a finding, worst first, then a row a code with which messages failed. `Name` is the key
 * of the finding or the code; what a kind of row does not have is empty; `Since` is ISO 8601 in UTC. Every cell is guarded (cells.ts).
 *
 * @param timeZone in which the sentences tell times, IANA name known to Intl
 */
export function reportCsv(
  { findings, codesToAct }: Pick<Report, 'findings' | 'codesToAct'>,
  wording: ReasonWords,
  timeZone: string,
): Generator<string, void, void> {
  const print = plainPrinter(timeZone);
  const rows = [
    ...findings.map(({ id, key, severity, confidence, affected, recoverable, since = '', sentence }) => [
      'finding',
      withoutBidi(key),
      reasonWords({ reason: id }, wording),
      severity,
      confidence,
      String(affected),
      String(recoverable),
      since,
      print(sentence),
      '',
      '',
    ]),
    ...codesToAct.map(({ code, count, actors, resend, first = '' }) => [
      'code',
      code,
      code === '' ? 'Failed without an error code' : (wording.knowledge.codes[code]?.title ?? 'not in the dictionary'),
      '',
      '',
      String(count),
      '',
      '',
      first,
      actors.length === 0 ? '' : actorsNoun(actors),
      retryAnswers[resend],
    ]),
  ];
  return toCsv(HEADING, rows, (cells) => cells);
}
