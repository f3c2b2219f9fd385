import type { Progress } from '../analyzer/analyze.ts';
import { readingView } from './reading-view.ts';
import { TotalsBar } from './TotalsBar.tsx';

interface Props {
  readonly files: readonly File[];
  readonly progress: Progress | undefined;
  readonly startedAt: number;
  readonly onCancel: () => void;
}

/** How far reading has come, with the first totals, and the way out. */
export function Reading({ files, progress, startedAt, onCancel }: Props) {
  const view = readingView(files, progress, performance.now() - startedAt);
  return (
    <section class="card reading" aria-labelledby="reading">
      <h2 id="reading">
        Reading <bdi>{view.title}</bdi>
      </h2>
      <p class="soft">{view.detail}</p>
      <progress aria-labelledby="reading" {...(view.fraction === undefined ? {} : { value: view.fraction })} max={1} />
      <p class="progress-line">
        <span>{view.rows}</span>
        <span>{view.percent}</span>
        <span>{view.left}</span>
      </p>
      {progress === undefined || progress.rows === 0 ? null : <TotalsBar totals={progress.totals} />}
      <div class="buttons">
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}
