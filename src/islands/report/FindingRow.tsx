import { pickedOf } from '../../analyzer/report/picked.ts';
import type { Finding } from '../../analyzer/report/report.ts';
import { figure } from '../kit/figures.ts';
import { shown, zone } from '../kit/view-settings.ts';
import { timeIn } from '../kit/zone.ts';
import { costText } from './cost-text.ts';
import { Sentence } from './Sentence.tsx';
import { Spark } from './Spark.tsx';
import type { WordsOfFindings } from './words-of-findings.ts';
import { titleOf } from '../../analyzer/write/titles.ts';

interface Props {
  readonly finding: Finding;
  readonly rank: number;
  readonly words: WordsOfFindings;
  /** Whether the card below the table is of it. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** One finding in one row: what is wrong, how much it matters, since when. Its button opens the card. */
export function FindingRow({ finding, rank, words, open, onOpen }: Props) {
  const { id, sentence, affected, recoverable, since, course, cost, severity } = finding;
  const picked = pickedOf(finding);
  return (
    <tr class={`${severity}${open ? ' open' : ''}`}>
      <th scope="row">
        <button type="button" class="row-button" aria-expanded={open} aria-controls="finding-card" onClick={onOpen}>
          <span class="rank">{rank}</span> {titleOf(words, id)}
        </button>
        {/* On paper its card stands below. */}
        <div class="no-print">
          <p class="clip">
            <Sentence pieces={sentence} />
          </p>
        </div>
      </th>
      <td class="number" data-label="Messages">
        {picked === undefined ? figure(affected) : `${figure(picked.value)} of ${figure(affected)}`}
      </td>
      <td class="number" data-label="Could have arrived">
        {figure(recoverable)}
      </td>
      <td class="number" data-label="Since">
        {since === undefined ? '–' : timeIn(zone.value, since)}
      </td>
      <td class="course">{course === undefined ? null : <Spark course={course} />}</td>
      <td class="number" data-label="Cost">
        {costText(cost, shown.value)}
      </td>
    </tr>
  );
}
