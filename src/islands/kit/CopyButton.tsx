import { useSignal } from '@preact/signals';

interface Props {
  readonly label: string;
  /** Made when asked for, not before. */
  readonly text: () => string;
}

/** Puts a text on the clipboard and says whether it worked. */
export function CopyButton({ label, text }: Props) {
  const said = useSignal('');
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
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
