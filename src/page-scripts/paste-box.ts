import { wireBox } from './box/box.ts';
import { openAnalyzer } from './box/go.ts';
import { loadWhenIdle } from './box/load.ts';

/** The box of the home page, and files dropped anywhere on it. */

const form = document.querySelector<HTMLFormElement>('#paste');
const field = document.querySelector<HTMLTextAreaElement>('#paste-text');
const said = document.querySelector<HTMLElement>('#paste-said');
const answer = document.querySelector<HTMLElement>('#paste-answer');
const picker = document.querySelector<HTMLInputElement>('#paste-file');

const parts = form !== null && field !== null && said !== null && answer !== null ? wireBox({ form, field, said, answer }) : undefined;

/** Small files of text that are perhaps no log: a stack trace, a mail, an answer of the API. */
const isText = (file: File): boolean => file.size < 65_536 && /\.(?:txt|log|eml|md|html?|xml|php|py|js|ts|rb|sh)$/i.test(file.name);

async function take(files: readonly File[]): Promise<void> {
  const [only, ...others] = files;
  if (parts === undefined || only === undefined) return;
  if (others.length === 0 && isText(only) && (await parts.take(await only.text()))) return;
  parts.say('Opening the analyzer …');
  parts.say(await openAnalyzer(files));
}

if (parts !== undefined) loadWhenIdle();
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
