import { headline } from '../../analyzer/write/headline.ts';
import type { Finished } from '../analyzer/session.ts';
import { size } from '../kit/figures.ts';
import { noticeLine, toldNotices } from './told-notices.ts';
import { Sentence } from './Sentence.tsx';
import { TotalsBar } from './TotalsBar.tsx';
import { shown } from '../kit/view-settings.ts';

/** The report in one line, what it was made from, and what was assumed. */
export function Summary({ finished: { report, declined } }: { readonly finished: Finished }) {
  const notices = toldNotices(report, declined);
  const say = shown.value;
  return (
    <>
      <p class="summary-line">
        <Sentence pieces={headline(report)} />
      </p>
      <TotalsBar totals={report.totals} />
      <ul class="sources">
        {report.sources.map(({ name, bytes, format, encoding }, i) => (
          <li key={`${name} ${String(i)}`}>
            <bdi>{say(name)}</bdi>: {size(bytes)}, {format}, {encoding}
          </li>
        ))}
      </ul>
      {notices.length === 0 ? null : (
        <details class="note">
          <summary>{noticeLine(notices)}</summary>
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
