import { useContext } from 'preact/hooks';
import type { Filter } from '../../analyzer/report/filter.ts';
import { pickedOf } from '../../analyzer/report/picked.ts';
import { resolved } from '../../analyzer/report/resolved.ts';
import type { Finding, Report } from '../../analyzer/report/report.ts';
import { costLine } from '../../analyzer/write/cost-line.ts';
import { findingJson } from '../../analyzer/write/json.ts';
import { masked } from '../../analyzer/write/masked.ts';
import { titleOf } from '../../analyzer/write/titles.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { capital } from '../../catalog/error-words.ts';
import { errorPath, stepPath } from '../../catalog/paths.ts';
import { evidenceChip, findingChip } from '../filter/make-chips.ts';
import { Filters, Only } from '../filter/Only.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { counted, figure } from '../kit/figures.ts';
import { numbersShown, shown } from '../kit/view-settings.ts';
import { Numbers } from '../take-away/Numbers.tsx';
import { Packet } from '../take-away/Packet.tsx';
import { listTitle } from '../take-away/lists.ts';
import { RowsButton } from '../rows/RowsButton.tsx';
import { Sids } from '../rows/Sids.tsx';
import { explainedText } from './explained-text.ts';
import { Explanation } from './Explanation.tsx';
import { Sentence } from './Sentence.tsx';
import type { WordsOfFindings } from './words-of-findings.ts';

interface Props {
  readonly finding: Finding;
  readonly rank: number;
  readonly words: WordsOfFindings;
  /** Codes with a page of their own. */
  readonly paged: (code: string) => boolean;
  /** All findings of the report, worst first. */
  readonly among: readonly Finding[];
  readonly report: Report;
  readonly knowledge: Knowledge;
}

/** One finding: what is wrong, in figures, how sure it is, what else it could be, and what to do. */
export function FindingCard({ finding, rank, words, paged, among, report, knowledge }: Props) {
  const { id, severity, confidence, because, sentence, evidence, codes, guide, examples, action, affected } = finding;
  const own = words[id];
  const title = titleOf(words, id);
  const { chips } = useContext(Filters);
  /** What a finding under filters names is resolved here: the whole log has other findings. */
  const rowsNow = (rows: Filter): Filter => (chips.length === 0 ? rows : resolved(rows, among));
  const touches = findingChip(finding, title, rowsNow(finding.rows));
  const picked = pickedOf(finding);
  const cost = costLine(finding, shown.value);
  const heading = `finding-${String(rank)}`;
  return (
    <article class={`card finding ${severity}`} aria-labelledby={heading}>
      <header>
        <span class="rank" aria-hidden="true">
          {rank}
        </span>
        <h4 id={heading} tabIndex={-1}>
          {title}
        </h4>
        <span class="chip">{severity}</span>
      </header>
      <p class="sentence">
        <Sentence pieces={sentence} />
      </p>
      <dl class="evidence">
        {evidence.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd>
              <Only chip={one.rows && evidenceChip(finding, title, one, rowsNow(one.rows))}>{figure(one.value)}</Only>
            </dd>
          </div>
        ))}
      </dl>
      <div class="act">
        {own === undefined && action.next === undefined ? null : (
          <div>
            <h5>Do this</h5>
            <ol>
              {action.next === undefined ? null : (
                <li>
                  <Sentence pieces={action.next} />
                </li>
              )}
              {own?.doThis.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
        )}
        <div class="sure">
          <h5>How sure</h5>
          <p>
            {capital(confidence)} confidence: <Sentence pieces={because} />
          </p>
          <p>
            Touches <Only chip={touches}>{counted(affected, 'message')}</Only>. {explainedText(finding, among)}
          </p>
          {cost === '' ? null : <p>Cost: {cost}.</p>}
          {own === undefined ? null : (
            <>
              <p>To settle it: {own.settle}</p>
              <h5>What else it could be</h5>
              <ul>
                {own.confusedWith.map((other) => (
                  <li key={other.how}>
                    {other.finding === undefined ? null : `${titleOf(words, other.finding)}: `}
                    {other.code === undefined ? null : (
                      <>
                        <a class="code" href={errorPath(String(other.code))}>
                          {other.code}
                        </a>
                        {': '}
                      </>
                    )}
                    {other.how}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <div class="buttons">
        <RowsButton chip={picked?.rows === undefined ? touches : evidenceChip(finding, title, picked, rowsNow(picked.rows))} />
        <a class="button" href={stepPath(guide)}>
          Open in the guide
        </a>
        {codes.filter(paged).map((code) => (
          <a key={code} class="button" href={errorPath(code)}>
            Error {code}
          </a>
        ))}
        <CopyButton label="Copy JSON" text={() => [findingJson(numbersShown.value ? finding : masked(finding), words)]} />
      </div>
      {action.list === null || action.list.length === 0 ? null : (
        <Numbers title={listTitle(action.kind, action.list.length)} numbers={action.list} file={`${id}.csv`} />
      )}
      <Packet finding={finding} report={report} knowledge={knowledge} words={words} />
      {examples.length === 0 ? null : (
        <details>
          <summary>
            Example messages: {counted(examples.length, 'SID')}
            {affected > examples.length ? ` of ${figure(affected)}` : ''}
          </summary>
          <Sids sids={examples} />
        </details>
      )}
      {own === undefined ? null : (
        <details>
          <summary>More about this finding</summary>
          <Explanation id={id} />
        </details>
      )}
    </article>
  );
}
