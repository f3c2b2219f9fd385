import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SessionEvent } from './session.ts';
import { size } from '../kit/figures.ts';
import { textFile } from './text-file.ts';
import { afterTyping, headOf, isLong } from './long-text.ts';

interface Props {
  readonly send: (event: SessionEvent) => void;
  /** A text that fits the box and is to be read, whatever it is. */
  readonly onText: (text: string) => void;
  /** What the box holds has changed. */
  readonly onChange: () => void;
}

/**
 * A box for rows of a log. The text stays in the box and is no state of the page. Text too long for it, however it comes in, is
 * read at once as a file, and the box keeps its beginning to show: laying out 20 MB would take a browser seconds.
 */
export function PasteBox({ send, onText, onChange }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const filled = useSignal(false);
  /** The file of a text that is too long; a promise, because making it takes tasks of its own. */
  const long = useSignal<Promise<File> | undefined>(undefined);
  const bytes = useSignal(0);
  const show = (text: string, file?: Promise<File>): void => {
    if (box.current !== null) box.current.value = text;
    filled.value = text.trim() !== '';
    long.value = file;
    bytes.value = 0;
  };
  const read = async (made: Promise<File>): Promise<void> => {
    const file = await made;
    if (made === long.value) bytes.value = file.size;
    send({ type: 'files', files: [file] });
  };
  const take = (text: string): void => {
    const file = textFile(text);
    show(headOf(text), file);
    void read(file);
  };
  /** What comes in by a way that can be stopped before the browser lays it out. */
  const intercept = (event: Event, added: string): void => {
    const { current } = box;
    if (current === null || added === '') return;
    const whole = long.value === undefined ? afterTyping(current, added) : added;
    if (isLong(whole)) {
      event.preventDefault();
      take(whole);
    } else if (long.value !== undefined) {
      event.preventDefault();
      show(whole);
    }
  };
  return (
    <details>
      <summary>Paste text instead</summary>
      <label class="setting" for="pasted">
        Rows of a log with the header line, or a callback, an error, a message
      </label>
      <textarea
        id="pasted"
        class="field"
        rows={5}
        spellcheck={false}
        ref={box}
        readOnly={long.value !== undefined}
        aria-describedby="pasted-note"
        onPaste={(event) => {
          intercept(event, event.clipboardData?.getData('text/plain') ?? '');
        }}
        onBeforeInput={(event) => {
          intercept(event, event.data ?? '');
        }}
        onInput={({ currentTarget: { value } }) => {
          onChange();
          if (isLong(value)) take(value);
          else filled.value = value.trim() !== '';
        }}
      />
      <p id="pasted-note" class="soft" role="status">
        {long.value === undefined || bytes.value === 0
          ? null
          : `${size(bytes.value)} of text are too much for this box: they were read as a file, and only their beginning is shown.`}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={!filled.value}
          onClick={() => {
            if (long.value === undefined) onText(box.current?.value ?? '');
            else void read(long.value);
          }}
        >
          Read this text
        </button>
        {long.value === undefined ? null : (
          <button
            type="button"
            class="button"
            onClick={() => {
              show('');
              box.current?.focus();
            }}
          >
            Empty the box
          </button>
        )}
      </div>
    </details>
  );
}
