import { useSignal } from '@preact/signals';
import { gathered } from './in-slices.ts';

interface Props {
  readonly label: string;
  /** Made when asked for, not before, and piece by piece. */
  readonly text: () => Iterable<string>;
}

/** Puts a text on the clipboard and says whether it worked. */
export function CopyButton({ label, text }: Props) {
  const said = useSignal('');
  const copy = (): void => {
    // The promise is handed over at once: a browser may let a page write only while the click is being handled.
    const blob = gathered(text()).then((parts) => new Blob([...parts], { type: 'text/plain' }));
    navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]).then(
      () => (said.value = 'Copied'),
      () => (said.value = 'The browser refused'),
    );
  };
  return (
    <button type="button" class="button" onClick={copy}>
      {label}
      <span class="said" role="status">
        {said}
      </span>
    </button>
  );
}
