import type { Report } from '../../analyzer/report/report.ts';
import { size } from '../kit/figures.ts';
import { shown } from '../kit/view-settings.ts';

/** What the report was made of, a line for each file: its name, how large it is, what it was read as. */
export function Sources({ sources }: Pick<Report, 'sources'>) {
  return (
    <ul class="sources">
      {sources.map(({ name, bytes, formatName }, i) => (
        <li key={i}>
          <bdi>{shown.value(name)}</bdi> · {size(bytes)} · {formatName}
        </li>
      ))}
    </ul>
  );
}
