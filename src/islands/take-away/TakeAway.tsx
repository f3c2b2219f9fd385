import { reportMarkdown } from '../../analyzer/write/markdown.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Numbers } from './Numbers.tsx';
import { SaveButton } from '../kit/SaveButton.tsx';
import { fileName, listTitle, sendersToSetUp } from './lists.ts';
import { NumberLists } from './NumberLists.tsx';
import { zone } from '../kit/view-settings.ts';
import type { WordsOfFindings } from '../report/words-of-findings.ts';

interface Props {
  readonly report: Report;
  /** The report in its JSON form. */
  readonly json: Blob;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
}

/** What to carry out of this page: lists of numbers, the report for people, the report for programs. */
export function TakeAway({ report, json, knowledge, words }: Props) {
  const senders = sendersToSetUp(report);
  const markdown = () => [reportMarkdown(report, { knowledge, words, timeZone: zone.value })];
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h3 id="take-away">Take away</h3>
      <NumberLists report={report} knowledge={knowledge} words={words} />
      {senders.length === 0 ? null : (
        <Numbers title={listTitle('fix-sender')} numbers={senders} file={fileName(report, 'senders', 'csv')} />
      )}
      <div class="buttons">
        <CopyButton label="Copy as Markdown" text={markdown} />
        <SaveButton label="Save Markdown" name={fileName(report, 'report', 'md')} type="text/markdown" text={markdown} />
        <SaveButton label="Save JSON" name={fileName(report, 'report', 'json')} type="application/json" text={() => [json]} />
      </div>
      <p class="table-note">
        Markdown is made for pasting: numbers are masked and no message text is in it. JSON and the lists hold numbers in full; JSON is the
        same as from the command line.
      </p>
    </section>
  );
}
