import { analyzePath, errorPath, errorsPath, stepPath } from '../catalog/paths.ts';
import type { Status } from '../catalog/status.ts';
import { handOver } from '../hand-over/files.ts';
import { keep } from '../hand-over/texts.ts';
import { readPasted } from '../pasted/pasted.ts';

/** The box of the home page: a code leads to its page, a status to the guide, a log to the analyzer, words to the search. */

const form = document.querySelector<HTMLFormElement>('#paste');
const box = document.querySelector<HTMLTextAreaElement>('#paste-text');
const picker = document.querySelector<HTMLInputElement>('#paste-file');
const said = document.querySelector<HTMLElement>('#paste-said');
const known: ReadonlySet<string> = new Set((form?.dataset.codes ?? '').split(' '));

const say = (text: string): void => {
  if (said !== null) said.textContent = text;
};

async function toAnalyzer(files: readonly File[]): Promise<void> {
  say('Opening the analyzer …');
  if (await handOver(files)) location.assign(analyzePath());
  else say('This browser keeps no file from one page to the next. Open the analyzer below and drop the log there.');
}

/** The page of a code; a status travels along, for the door to the guide (to-guide.ts). */
const errorPagePath = (code: string, status: Status | undefined): string =>
  status === undefined ? errorPath(code) : `${errorPath(code)}?${new URLSearchParams({ status }).toString()}`;

/** Words can hold a name or a number, which never go into an address. */
function search(words: string): void {
  keep('search', words.trim());
  location.assign(errorsPath());
}

function go(text: string): void {
  const pasted = readPasted(text, known);
  switch (pasted.kind) {
    case 'nothing':
      return;
    case 'log':
      void toAnalyzer([new File([text], 'pasted-log.csv', { type: 'text/csv' })]);
      return;
    case 'code':
      if (known.has(pasted.code)) location.assign(errorPagePath(pasted.code, pasted.status));
      else search(pasted.code);
      return;
    case 'status':
      location.assign(stepPath('start', { status: pasted.status }));
      return;
    case 'contradiction':
      location.assign(stepPath('callbacks-out-of-order'));
      return;
    case 'words':
      search(text);
      return;
    case 'no-code':
      say('There is no error code and no status in this. The guide asks what you can see; a whole log goes to the analyzer.');
      return;
  }
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  go(box?.value ?? '');
});
box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  go(box.value);
});
box?.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  if (readPasted(text, known).kind !== 'log') return;
  event.preventDefault();
  go(text);
});
picker?.addEventListener('change', () => {
  if (picker.files !== null && picker.files.length > 0) void toAnalyzer([...picker.files]);
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.documentElement.classList.add('dropping');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.documentElement.classList.remove('dropping');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.documentElement.classList.remove('dropping');
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0) void toAnalyzer(files);
});
