import { filterKeys, passes, type Filters } from './filters.ts';
import { codeInText } from '../../pasted/code-in-text.ts';
import { searchPages } from './full-text.ts';
import { addressWords } from './address-words.ts';
import { rank, type Searchable } from './rank.ts';
import { sentenceHit } from './sentence-hit.ts';
import { wordsOf } from './words-of.ts';
import type { DictionaryEntry } from '../../catalog/knowledge.ts';
import { take } from '../../hand-over/texts.ts';
import { errorPath, filePath, twilioErrorUrl } from '../../catalog/paths.ts';

/** Makes the index of error codes searchable; without this script it is the whole list, grouped. */

interface Row extends Searchable {
  readonly element: HTMLTableRowElement;
  readonly facts: Filters;
}

const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The index lacks ${selector}`);
  return element;
};

const form = find('#find', HTMLFormElement);
const box = find('#find-words', HTMLInputElement);
const selects = filterKeys.map((key) => find(`#find-${key}`, HTMLSelectElement));
const summary = find('#find-count', HTMLElement);
const reset = find('#find-reset', HTMLButtonElement);
const results = find('#find-results', HTMLTableSectionElement);
const table = find('.codes', HTMLTableElement);
const nothing = find('#find-nothing', HTMLElement);
const others = find('#find-others', HTMLElement);
const guide = find('#find-guide', HTMLElement);
const groups = [...document.querySelectorAll<HTMLTableSectionElement>('tbody[data-group]')];
const rows: readonly Row[] = groups.flatMap((group) =>
  [...group.querySelectorAll<HTMLTableRowElement>('tr[data-code]')].map((element) => ({
    element,
    code: element.dataset.code ?? '',
    title: `${element.querySelector('a')?.textContent ?? ''} ${element.dataset.former ?? ''}`,
    summary: element.querySelector('p')?.textContent ?? '',
    sentences: element.dataset.sentences?.split('|'),
    facts: Object.fromEntries(filterKeys.map((key) => [key, key === 'category' ? group.dataset.group : element.dataset[key]])),
  })),
);
const known: ReadonlySet<string> = new Set(rows.map(({ code }) => code));
const titleWords: ReadonlySet<string> = new Set(rows.flatMap(({ title }) => wordsOf(title)));

const chosen = (): Filters => Object.fromEntries(selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));

/** Filters always, words only when all of them are ours, go into the address. */
function rememberInAddress(words: string | undefined, filters: Filters): void {
  const query = new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  if (words !== undefined) query.set('q', words);
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}${location.hash}`);
}

function line(element: HTMLTableRowElement, excerpt?: string): HTMLTableRowElement {
  const copy = element.cloneNode(true) as HTMLTableRowElement;
  copy.hidden = false;
  const place = copy.querySelector('p');
  if (excerpt !== undefined && place !== null) place.textContent = `… ${excerpt} …`;
  return copy;
}

async function showOthers(words: string): Promise<void> {
  const { default: dictionary } = await import('../../../content/dictionary.json');
  if (box.value.trim() !== words) return;
  const entries = (dictionary as readonly DictionaryEntry[])
    .filter(({ code }) => !known.has(String(code)))
    .map((entry) => ({ ...entry, code: String(entry.code), summary: '' }));
  const code = codeInText(words, new Set(entries.map((entry) => entry.code)));
  const fitting = rank(code ?? words, entries, 10);
  others.hidden = fitting.length === 0;
  others.querySelector('ul')?.replaceChildren(
    ...fitting.map((entry) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = twilioErrorUrl(entry.code);
      link.rel = 'external noopener';
      link.className = 'external';
      link.textContent = `${entry.code} ${entry.title}`;
      const note = entry.product === undefined ? '' : ` ${entry.product}.`;
      item.append(
        link,
        `:${note} ${entry.category === undefined ? 'Not about messages, so' : 'There is'} no page here; this leads to Twilio's.`,
      );
      return item;
    }),
  );
}

async function showPassages(words: string, shown: ReadonlySet<string>, filters: Filters): Promise<void> {
  const passages = await searchPages(words, filePath('pagefind/pagefind.js'));
  if (passages === undefined || box.value.trim() !== words) return;
  const extra = passages.flatMap(({ code, excerpt }) => {
    const row = rows.find((candidate) => candidate.code === code);
    return row === undefined || shown.has(code) || !passes(row.facts, filters) ? [] : [line(row.element, excerpt)];
  });
  results.append(...extra);
  count(shown.size + extra.length, words);
}

function count(shown: number, words: string): void {
  table.hidden = shown === 0;
  nothing.hidden = shown > 0;
  const of = `${String(shown)} of ${String(rows.length)} codes`;
  summary.textContent = words === '' && shown === rows.length ? `${String(rows.length)} codes` : of;
}

/** Somebody tells what happened and names no error: a text of four words or more in which no sentence of the API stands. */
const isPlainTalk = (words: string, ranked: readonly Row[]): boolean =>
  (ranked.length === 0 || words.split(/\s+/).length >= 4) && ranked.every(({ sentences }) => sentenceHit(words, sentences ?? []) === 0);

function update(): void {
  const words = box.value.trim();
  const filters = chosen();
  const fitting = rows.filter(({ facts }) => passes(facts, filters));
  reset.hidden = words === '' && Object.keys(filters).length === 0;
  results.hidden = words === '';
  others.hidden = true;
  guide.hidden = true;
  if (words === '') {
    const visible = new Set(fitting.map(({ element }) => element));
    for (const { element } of rows) element.hidden = !visible.has(element);
    for (const group of groups) group.hidden = group.querySelector('tr[data-code]:not([hidden])') === null;
    results.replaceChildren();
    count(fitting.length, words);
    return;
  }
  for (const group of groups) group.hidden = true;
  const code = codeInText(words, known);
  const ranked = rank(code !== undefined && known.has(code) ? code : words, fitting);
  results.replaceChildren(...ranked.map(({ element }) => line(element)));
  count(ranked.length, words);
  guide.hidden = code !== undefined || !isPlainTalk(words, ranked);
  const shown = new Set(ranked.map((row) => row.code));
  if (code === undefined) void showPassages(words, shown, filters);
  if (ranked.length < 5 && (code === undefined || !known.has(code))) void showOthers(words);
}

/** Brings the address up to what the form says. */
function settle(): void {
  rememberInAddress(addressWords(box.value, titleWords, known), chosen());
}

const query = new URLSearchParams(location.search);
box.value = take('search') ?? query.get('q') ?? '';
for (const select of selects) {
  const value = query.get(select.name) ?? '';
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}
form.addEventListener('input', update);
// A word that is half typed is not yet the word that was meant, so the address follows only what was settled.
form.addEventListener('change', settle);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = codeInText(box.value, known);
  if (code !== undefined && known.has(code)) location.assign(errorPath(code));
  else document.querySelector<HTMLAnchorElement>('#find-results a, #find-others:not([hidden]) a')?.focus();
});
reset.addEventListener('click', () => {
  form.reset();
  update();
  settle();
  box.focus();
});
update();
settle();
