import { useSignal } from '@preact/signals';
import { gathered } from './in-slices.ts';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  /** Made when asked for, not before, and piece by piece. */
  readonly text: () => Iterable<BlobPart> | Promise<Iterable<BlobPart>>;
}

/** Saves what is in the page's own memory as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** Saves a text as a file, from the page's own memory. */
export function SaveButton({ label, name, type, text }: Props) {
  const isMaking = useSignal(false);
  const save = async (): Promise<void> => {
    isMaking.value = true;
    const parts = await gathered(await text());
    isMaking.value = false;
    saveBlob(new Blob([...parts], { type }), name);
  };
  return (
    <button
      type="button"
      class="button"
      aria-disabled={isMaking}
      onClick={() => {
        if (!isMaking.value) void save();
      }}
    >
      {label}
    </button>
  );
}
