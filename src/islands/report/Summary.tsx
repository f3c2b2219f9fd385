import { headline } from '../../analyzer/write/headline.ts';
import type { Finished } from '../analyzer/session.ts';
import { shown } from '../kit/view-settings.ts';
import { Sentence } from './Sentence.tsx';
import { noticeLine, toldNotices } from './told-notices.ts';
import { TotalsBar } from './TotalsBar.tsx';

/** The report in one line and one bar, and what was assumed. */
export function Summary({ report, declined }: Pick<Finished, 'report' | 'declined'>) {
  const notices = toldNotices(report, declined);
  const say = shown.value;
  return (
    <>
      <p class="summary-line">
        <Sentence pieces={headline(report)} />
      </p>
      <TotalsBar totals={report.totals} />
      {notices.length === 0 ? null : (
        <details class="note">
          <summary>{noticeLine(report, notices)}</summary>
          <ul>
            {notices.map(({ source, text, where }, i) => (
              <li key={i}>
                {source === undefined ? null : (
                  <>
                    <bdi>{say(source)}</bdi>:{' '}
                  </>
                )}
                <Sentence pieces={text} /> {where === '' ? null : <span class="soft">({where})</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
