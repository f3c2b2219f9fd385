import { headline } from '../../analyzer/write/headline.ts';
import type { Finished } from '../analyzer/session.ts';
import { Notices } from './Notices.tsx';
import { Sentence } from './Sentence.tsx';
import { noticeLine, toldNotices } from './told-notices.ts';
import { TotalsBar } from './TotalsBar.tsx';

interface Props extends Pick<Finished, 'report' | 'declined'> {
  /** Whether it is of the messages that pass a filter. */
  readonly isPart: boolean;
}

/** The report in one line and one bar, and what was assumed. */
export function Summary({ report, declined, isPart }: Props) {
  const notices = toldNotices(report, declined);
  return (
    <>
      <p class="summary-line">
        <Sentence pieces={headline(report, isPart)} />
      </p>
      <TotalsBar totals={report.totals} />
      <Notices list={notices} line={noticeLine(report, notices)} />
    </>
  );
}
