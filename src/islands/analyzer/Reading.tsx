import type { Progress } from '../../analyzer/analyze.ts';
import { withoutBidi } from '../../analyzer/words/direction.ts';
import { readingView } from './reading-view.ts';
import { TotalsBar } from '../report/TotalsBar.tsx';

interface Props {
  readonly files: readonly File[];
  readonly progress: Progress | undefined;
  readonly startedAt: number;
  /** Names of what was offered meanwhile. */
  readonly ignored: readonly string[];
  readonly onCancel: () => void;
}

/** How far reading has come, with the first totals, and the way out. */
export function Reading({ files, progress, startedAt, ignored, onCancel }: Props) {
  const view = readingView(files, progress, performance.now() - startedAt);
  return (
    <section class="card reading" aria-labelledby="reading">
      <h2 id="reading">
        Reading <bdi>{withoutBidi(view.title)}</bdi>
      </h2>
      <p class="soft">{view.detail}</p>
      <progress aria-labelledby="reading" {...(view.fraction === undefined ? {} : { value: view.fraction })} max={1} />
      <p class="progress-line">
        <span>{view.rows}</span>
        <span>{view.percent}</span>
        <span>{view.left}</span>
      </p>
      {progress === undefined || progress.rows === 0 ? null : <TotalsBar totals={progress.totals} />}
      <p class="ignored" role="status">
        {ignored.length === 0 ? null : (
          <>
            <bdi>{withoutBidi(ignored.join(', '))}</bdi> was not read: one log at a time. Cancel this one first, or wait for its report.
          </>
        )}
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}
