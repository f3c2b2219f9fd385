import { headline } from '../../analyzer/write/headline.ts';
import type { Finished } from '../analyzer/session.ts';
import { shown } from '../kit/view-settings.ts';
import { Sentence } from './Sentence.tsx';
import { noticeLine, toldNotices, type ToldNotice } from './told-notices.ts';
import { TotalsBar } from './TotalsBar.tsx';

interface Props extends Pick<Finished, 'report' | 'declined'> {
  /** Whether it is of the messages that pass a filter. */
  readonly isPart: boolean;
}

/** The report in one line and one bar, and what was assumed. */
export function Summary({ report, declined, isPart }: Props) {
  const notices = toldNotices(report, declined);
  const say = shown.value;
  const told = ({ source, text, where }: ToldNotice) => (
    <>
      {source === undefined ? null : (
        <>
          <bdi>{say(source)}</bdi>:{' '}
        </>
      )}
      <Sentence pieces={text} /> {where === '' ? null : <span class="soft">({where})</span>}
    </>
  );
  const line = noticeLine(report, notices);
  return (
    <>
      <p class="summary-line">
        <Sentence pieces={headline(report, isPart)} />
      </p>
      <TotalsBar totals={report.totals} />
      {line === undefined ? (
        notices.map((notice, i) => (
          <p key={i} class="note">
            {told(notice)}
          </p>
        ))
      ) : (
        <details class="note">
          <summary>{line}</summary>
          <ul>
            {notices.map((notice, i) => (
              <li key={i}>{told(notice)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
