import { CopyButton } from '../kit/CopyButton.tsx';
import { toCsv, toLines } from './csv.ts';
import { counted } from '../kit/figures.ts';
import { SaveButton } from '../kit/SaveButton.tsx';
import { shown } from '../kit/view-settings.ts';

interface Props {
  readonly title: string;
  readonly numbers: readonly string[];
  readonly file: string;
}

/** Numbers shown before the reader takes the file instead. */
const FIRST = 20;

/** A list of numbers to act on: masked on the screen, whole in what is copied or saved, because a stop list must be. */
export function Numbers({ title, numbers, file }: Props) {
  const hidden = numbers.length - FIRST;
  return (
    <details class="numbers">
      <summary>
        {title}: {counted(numbers.length, 'number')}
      </summary>
      <ul class="number-list">
        {numbers.slice(0, FIRST).map((number) => (
          <li key={number}>
            <bdi class="clip">{shown.value(number)}</bdi>
          </li>
        ))}
        {hidden > 0 ? <li class="soft">and {counted(hidden, 'more', 'more')}</li> : null}
      </ul>
      <div class="buttons">
        <CopyButton label="Copy in full" text={() => toLines(numbers)} />
        <SaveButton label="Save CSV" name={file} type="text/csv" text={() => toCsv('Number', numbers)} />
      </div>
    </details>
  );
}
