import { counted } from '../kit/figures.ts';
import { shown } from '../kit/view-settings.ts';

/** Numbers shown before the reader takes the file instead. */
const FIRST = 20;

/** The first numbers of a list, masked unless the reader wants them whole. */
export function FirstNumbers({ numbers }: { readonly numbers: readonly (string | { readonly number: string })[] }) {
  const hidden = numbers.length - FIRST;
  return (
    <ul class="number-list">
      {numbers
        .slice(0, FIRST)
        .map((one) => (typeof one === 'string' ? one : one.number))
        .map((number) => (
          <li key={number}>
            <bdi class="clip">{shown.value(number)}</bdi>
          </li>
        ))}
      {hidden > 0 ? <li class="soft">and {counted(hidden, 'more', 'more')}</li> : null}
    </ul>
  );
}
