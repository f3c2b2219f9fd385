import type { NoticeId } from '../report/notices.ts';
import type { Report } from '../report/report.ts';
import { csvRow } from './cells.ts';

/** Why a row was skipped, in a few words. */
const reasons: Readonly<Partial<Record<NoticeId, string>>> = {
  'truncated-end': 'cut off at the end of the file',
  'ragged-rows': 'too few or too many cells',
  notes: 'a sum or a note',
  'broken-quotes': 'a quote is opened and never closed',
  'overlong-lines': 'longer than any row of a log',
  'other-records': 'about something else than messages',
  'broken-records': 'no message that can be read',
};

/** How many rows of a report were skipped, named or not. */
export const skippedRows = ({ sources }: Report): number => sources.reduce((sum, { rows, records }) => sum + rows - records, 0);

/** Rows that were skipped, as CSV: file, line, reason. Of a file with more than a thousand the last row says how many are not named. */
export function* skippedCsv({ sources }: Report): Generator<string, void> {
  yield csvRow(['File', 'Line', 'Reason']);
  for (const { name, rows, records, skipped } of sources) {
    for (const { line, reason } of skipped) yield csvRow([name, String(line), reasons[reason as NoticeId] ?? reason]);
    const more = rows - records - skipped.length;
    if (more > 0) yield csvRow([name, '', `${String(more)} more`]);
  }
}
