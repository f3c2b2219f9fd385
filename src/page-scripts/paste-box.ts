import { wireBox } from './box/box.ts';
import { openAnalyzer } from './box/go.ts';
import { loadWhenIdle } from './box/load.ts';

/** The box of the home page, and files dropped anywhere on it. */

const form = document.querySelector<HTMLFormElement>('#paste');
const field = document.querySelector<HTMLTextAreaElement>('#paste-text');
const said = document.querySelector<HTMLElement>('#paste-said');
const answer = document.querySelector<HTMLElement>('#paste-answer');
const picker = document.querySelector<HTMLInputElement>('#paste-file');

const parts = form !== null && field !== null && said !== null && answer !== null ? { form, field, said, answer } : undefined;

async function take(files: readonly File[]): Promise<void> {
  if (parts === undefined || files.length === 0) return;
  parts.said.textContent = 'Opening the analyzer …';
  parts.said.textContent = await openAnalyzer(files);
}

if (parts !== undefined) {
  wireBox(parts);
  loadWhenIdle();
}
picker?.addEventListener('change', () => {
  void take([...(picker.files ?? [])]);
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
  void take([...(event.dataTransfer?.files ?? [])]);
});
