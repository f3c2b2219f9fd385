import { useContext } from 'preact/hooks';
import type { Texts } from '../../analyzer/ask-texts.ts';
import { reportJsonPieces } from '../../analyzer/write/json.ts';
import { reportMarkdown } from '../../analyzer/write/markdown.ts';
import { masked } from '../../analyzer/write/masked.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Finished } from '../analyzer/session.ts';
import { saidOf } from '../filter/chips.ts';
import { Filters } from '../filter/Only.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { SaveButton } from '../kit/SaveButton.tsx';
import { numbersShown, zone } from '../kit/view-settings.ts';
import { Sentence } from '../report/Sentence.tsx';
import type { WordsOfFindings } from '../report/words-of-findings.ts';
import { digestsOf } from './digests.ts';
import { htmlReport } from './html-report.ts';
import { fileName, listTitle, sendersToSetUp } from './lists.ts';
import { NumberLists } from './NumberLists.tsx';
import { Numbers } from './Numbers.tsx';

interface Props {
  readonly finished: Finished;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
  /** What the messages say, for the HTML file; `undefined` where that is not known (yet). */
  readonly texts: () => Texts | undefined;
}

/** What to carry out of this page: lists of numbers, the report for people, the report for programs. */
export function TakeAway({ finished: { report, json, files, isKept }, knowledge, words, texts }: Props) {
  const senders = sendersToSetUp(report);
  const { answered } = useContext(Filters);
  const only = saidOf(answered);
  const file = (what: string, extension: string): string => fileName(report, what, extension, answered);
  const markdown = () => [reportMarkdown(report, { knowledge, words, timeZone: zone.value, only })];
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h3 id="take-away">Take away</h3>
      {answered.length === 0 ? null : (
        <p class="note">
          All of this holds only the messages with <Sentence pieces={only} />. Markdown and HTML say so, other files in their names.
        </p>
      )}
      {isKept ? (
        <p class="note">The lists of numbers are made from the log and are not kept. Choose it again, with “Change” above, to have them.</p>
      ) : (
        <NumberLists report={report} knowledge={knowledge} words={words} />
      )}
      {senders.length === 0 ? null : (
        <Numbers title={listTitle('fix-sender', senders.length)} numbers={senders} file={file('senders', 'csv')} />
      )}
      <div class="buttons">
        <CopyButton label="Copy as Markdown" text={markdown} />
        <SaveButton label="Save Markdown" name={file('report', 'md')} type="text/markdown" text={markdown} />
        <SaveButton
          label="Save as one HTML file"
          name={file('report', 'html')}
          type="text/html"
          text={async () => [
            htmlReport({
              report,
              knowledge,
              words,
              timeZone: zone.value,
              isMasked: !numbersShown.value,
              made: Date.now(),
              madeIn: 'a browser',
              only,
              texts: texts(),
              digests: await digestsOf(files),
            }),
          ]}
        />
        <SaveButton
          label="Save JSON"
          name={file('report', 'json')}
          type="application/json"
          text={() => (numbersShown.value ? [json] : reportJsonPieces(report, words, masked))}
        />
      </div>
      <p class="table-note">
        {numbersShown.value
          ? 'Numbers stand in full in JSON and HTML, as on this page; that JSON is the same as from the command line. '
          : 'Numbers are masked, as on this page, unless you show them in full. '}
        Markdown is made for pasting: numbers are always masked in it, and no message text is in it. HTML holds the log’s name, its texts
        and, made as you save, the SHA-256 of the file. The lists hold whole numbers.
      </p>
    </section>
  );
}
