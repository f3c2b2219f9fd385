import type { Report } from '../../analyzer/report/report.ts';
import { explainedWords } from '../../analyzer/write/code-line.ts';
import { actorsNoun, capital, notDocumented, retryAnswers } from '../../catalog/error-words.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { errorPath, stepPath, twilioErrorUrl } from '../../catalog/paths.ts';
import { failedCodeChip } from '../filter/make-chips.ts';
import { Only } from '../filter/Only.tsx';
import { counted, figure } from '../kit/figures.ts';
import { MOST_NAMED, notJudgedBy } from '../../analyzer/write/titles.ts';
import type { WordsOfFindings } from './words-of-findings.ts';

/** How many of those that did not arrive no finding explains. */
function leftWords(codes: Report['codesToAct']): string {
  const all = codes.reduce((sum, { count }) => sum + count, 0);
  const left = codes.reduce((sum, { count, explained }) => sum + count - explained, 0);
  const those = all === 1 ? 'the message' : `the ${counted(all, 'message')}`;
  if (left === 0) return `A finding explains ${all === 1 ? those : `each of ${those}`} that did not arrive.`;
  return `No finding explains ${left === all ? those : `${figure(left)} of ${those}`} that did not arrive; the steps here hold for ${left === 1 ? 'it' : 'them'} all the same.`;
}

interface Props {
  readonly report: Report;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
}

function Code({ code, knowledge: { codes } }: { readonly code: string; readonly knowledge: Knowledge }) {
  if (code === '') return <>no code</>;
  return codes[code]?.page === true ? (
    <a class="code" href={errorPath(code)}>
      {code}
    </a>
  ) : (
    <a class="code external" href={twilioErrorUrl(code)} rel="external noopener noreferrer">
      {code}
    </a>
  );
}

/** Every code with which messages failed: whose turn it is, whether to send again, what to do first; and what could not be looked for. */
export function CodesToAct({ report, knowledge, words }: Props) {
  const { codesToAct } = report;
  const byReason = notJudgedBy(report, words);
  return (
    <>
      {/* Of failures without a code alone there is nothing to say here; the verdict says it. */}
      {codesToAct.every(({ code }) => code === '') ? null : (
        <section class="breakdown" aria-labelledby="by-act">
          <h4 id="by-act">What to do per code</h4>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col" class="number">
                  Did not arrive
                </th>
                <th scope="col">Who acts</th>
                <th scope="col">Resend</th>
                <th scope="col">First</th>
              </tr>
            </thead>
            <tbody>
              {codesToAct.map((row) => (
                <tr key={row.code}>
                  <th scope="row">
                    <Code code={row.code} knowledge={knowledge} />
                    <span class="row-note">{knowledge.codes[row.code]?.title}</span>
                  </th>
                  <td class="number" data-label="Did not arrive">
                    <Only chip={failedCodeChip(row.code)}>{figure(row.count)}</Only>
                    <span class="row-note">{explainedWords(row)}</span>
                  </td>
                  <td data-label="Who acts">{row.actors.length === 0 ? notDocumented : actorsNoun(row.actors)}</td>
                  <td data-label="Resend">{retryAnswers[row.resend]}</td>
                  <td data-label="First">
                    {row.first === undefined ? '–' : capital(row.first)}{' '}
                    {row.guide === undefined ? null : (
                      <a class="no-print" href={stepPath(row.guide)}>
                        Guide
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="table-note">{leftWords(codesToAct)}</p>
        </section>
      )}
      {[...byReason].map(([why, titles]) =>
        titles.length > MOST_NAMED ? (
          <details key={why} class="table-note">
            <summary>
              Not judged: {counted(titles.length, 'finding')}. {why}
            </summary>
            {titles.join('; ')}.
          </details>
        ) : (
          <p key={why} class="table-note">
            Not judged: {titles.join('; ')}. {why}
          </p>
        ),
      )}
    </>
  );
}
