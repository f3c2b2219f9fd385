import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Reading } from '../../pasted/reading.ts';
import { offered, type Offer } from './dropped.ts';
import { chooseFiles, noteDropped } from './handles.ts';
import { NotALog } from './NotALog.tsx';
import { logOrReadings } from './other-reading.ts';
import { parts } from './parts.ts';
import { PasteBox } from './PasteBox.tsx';
import type { SessionEvent } from './session.ts';
import { textFile } from './text-file.ts';
import type { Sample } from './samples.ts';

interface Props {
  readonly send: (event: SessionEvent) => void;
  readonly samples: readonly Sample[];
  /** Small once there is a report. */
  readonly small: boolean;
  /** Out of sight under a report; what is dropped or pasted anywhere is taken all the same. */
  readonly folded: boolean;
}

/** Whoever comes near will choose a log: its thread is started meanwhile. */
const prepare = (): void => {
  parts.value?.threads.prepare();
};

/** Takes a drop or a paste anywhere on the page. */
function useWholePage(take: (offer: Offer) => void, setOver: (over: boolean) => void): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        prepare();
        setOver(true);
      },
      { signal },
    );
    addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (relatedTarget === null) setOver(false);
      },
      { signal },
    );
    addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setOver(false);
        const offer = offered(event.dataTransfer);
        if (event.dataTransfer !== null && offer.kind === 'files') noteDropped(event.dataTransfer, offer.files);
        take(offer);
      },
      { signal },
    );
    addEventListener(
      'paste',
      (event) => {
        if (event.target instanceof Element && event.target.closest('textarea, input, select') !== null) return;
        take(offered(event.clipboardData));
      },
      { signal },
    );
    return () => {
      stop.abort();
    };
  }, [take, setOver]);
}

/** Where a log comes in: drop, choose, paste, or a sample. */
export function DropZone({ send, samples, small, folded }: Props) {
  const over = useSignal(false);
  const other = useSignal<readonly Reading[]>([]);
  const pasted = useSignal('');
  const readText = async (words: string): Promise<void> => {
    pasted.value = words;
    const found = await logOrReadings(words);
    other.value = found instanceof File ? [] : found;
    if (found instanceof File) send({ type: 'files', files: [found] });
  };
  const take = (offer: Offer): void => {
    switch (offer.kind) {
      case 'files':
        send({ type: 'files', files: offer.files });
        break;
      case 'text':
        void readText(offer.text);
        break;
      case 'refused':
        send({ type: 'refuse', declined: offer.declined });
        break;
      case 'nothing':
        break;
    }
  };
  useWholePage(take, (value) => {
    over.value = value;
  });
  return (
    <div
      class={`drop-zone card${over.value ? ' over' : ''}${small ? ' small' : ''}`}
      hidden={folded && !over.value && other.value.length === 0}
      onPointerEnter={prepare}
      onFocusIn={prepare}
    >
      <p class="drop-call">
        <span class="drop-arrow" aria-hidden="true">
          ↓
        </span>
        {over.value
          ? 'Let go: it is read here, in this tab'
          : small
            ? 'Another log? Drop it anywhere on this page'
            : 'Drop a log anywhere on this page'}
      </p>
      <div class="buttons">
        <label class="button primary">
          Choose files
          <input
            type="file"
            multiple
            class="visually-hidden file-input"
            onClick={(event) => {
              const chosen = chooseFiles();
              if (chosen === undefined) return;
              event.preventDefault();
              void chosen.then(take);
            }}
            onChange={({ currentTarget }) => {
              send({ type: 'files', files: [...(currentTarget.files ?? [])] });
              currentTarget.value = '';
            }}
          />
        </label>
        {samples.map((sample) => (
          <button
            key={sample.file}
            type="button"
            class="button"
            onClick={() => {
              void sample.load().then((file) => {
                send({ type: 'files', files: [file] });
              });
            }}
          >
            {sample.label}
          </button>
        ))}
      </div>
      <PasteBox
        send={send}
        onText={(words) => void readText(words)}
        onChange={() => {
          other.value = [];
        }}
      />
      {other.value.length === 0 ? null : (
        <NotALog
          readings={other.value}
          onRead={() => {
            other.value = [];
            void textFile(pasted.value).then((file) => {
              send({ type: 'files', files: [file] });
            });
          }}
        />
      )}
    </div>
  );
}
