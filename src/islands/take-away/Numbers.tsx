import { inert } from '../../analyzer/write/cells.ts';
import { inPieces, toCsv } from '../../analyzer/write/csv.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { SaveButton } from '../kit/SaveButton.tsx';
import { FirstNumbers } from './FirstNumbers.tsx';

interface Props {
  readonly title: string;
  readonly numbers: readonly string[];
  readonly file: string;
}

/** Numbers or senders that a finding names: masked on the screen, whole in what is copied or saved, because a list to act on must be. */
export function Numbers({ title, numbers, file }: Props) {
  return (
    <details class="numbers">
      <summary>{title}</summary>
      <FirstNumbers numbers={numbers} />
      <div class="buttons">
        <CopyButton label="Copy whole numbers" text={() => inPieces(numbers, (number) => `${inert(number)}\n`)} />
        <SaveButton
          label="Save whole numbers (CSV)"
          name={file}
          type="text/csv"
          text={() => toCsv(['Number'], numbers, (number) => [number])}
        />
      </div>
    </details>
  );
}
