import { gathered } from './in-slices.ts';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  /** Made when asked for, not before, and piece by piece. */
  readonly text: () => Iterable<BlobPart>;
}

/** Saves a text as a file, from the page's own memory. */
export function SaveButton({ label, name, type, text }: Props) {
  const save = async (): Promise<void> => {
    const address = URL.createObjectURL(new Blob([...(await gathered(text()))], { type }));
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
  };
  return (
    <button type="button" class="button" onClick={() => void save()}>
      {label}
    </button>
  );
}
