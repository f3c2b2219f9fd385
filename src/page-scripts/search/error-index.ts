import { filterKeys, passes, type Filters } from './filters.ts';
import { codeInText } from '../../pasted/code-in-text.ts';
import { rows as allRows } from 'virtual:error-rows';
import { searchPages } from './full-text.ts';
import { rank, type Searchable } from './rank.ts';
import { rowElement } from './row-element.ts';
import { sentenceHit } from './sentence-hit.ts';
import type { IndexRow } from '../../catalog/index-row.ts';
import type { DictionaryEntry } from '../../catalog/knowledge.ts';
import { errorPath, filePath, twilioErrorUrl } from '../../catalog/paths.ts';

/** Makes the index of error codes searchable; without this script it is the list of the codes that a sent message can end in. */

interface Row extends Searchable {
  readonly row: IndexRow;
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
const common = find('#find-common', HTMLTableSectionElement);
const rows: readonly Row[] = (allRows as readonly IndexRow[]).map((row) => ({
  row,
  code: row.code,
  title: [row.title, ...row.formerTitles].join(' '),
  summary: row.summary,
  sentences: row.sentences,
  facts: row,
}));
const known: ReadonlySet<string> = new Set(rows.map(({ code }) => code));

const chosen = (): Filters => Object.fromEntries(selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));

/** Filters always, words only when they are short and hold no phone number or SID, go into the address. */
function rememberInAddress(words: string, filters: Filters): void {
  const query = new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  if (words !== '' && words.length <= 60 && !/\d{7}/.test(words)) query.set('q', words);
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}${location.hash}`);
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
    return row === undefined || shown.has(code) || !passes(row.facts, filters) ? [] : [rowElement(row.row, excerpt)];
  });
  results.append(...extra);
  count(shown.size + extra.length);
}

function count(shown: number): void {
  table.hidden = shown === 0;
  nothing.hidden = shown > 0;
  summary.textContent = `${String(shown)} of ${String(rows.length)} codes`;
}

/** Somebody tells what happened and names no error: a text of four words or more in which no sentence of the API stands. */
const isPlainTalk = (words: string, ranked: readonly Row[]): boolean =>
  (ranked.length === 0 || words.split(/\s+/).length >= 4) && ranked.every(({ sentences }) => sentenceHit(words, sentences ?? []) === 0);

function update(): void {
  const words = box.value.trim();
  const filters = chosen();
  const fitting = rows.filter(({ facts }) => passes(facts, filters));
  rememberInAddress(words, filters);
  reset.hidden = words === '' && Object.keys(filters).length === 0;
  const isWhole = words === '' && Object.keys(filters).length === 0;
  common.hidden = !isWhole;
  results.hidden = isWhole;
  others.hidden = true;
  guide.hidden = true;
  if (words === '') {
    results.replaceChildren(...(isWhole ? [] : fitting.map(({ row }) => rowElement(row))));
    count(isWhole ? common.rows.length : fitting.length);
    return;
  }
  const code = codeInText(words, known);
  const ranked = rank(code !== undefined && known.has(code) ? code : words, fitting);
  results.replaceChildren(...ranked.map(({ row }) => rowElement(row)));
  count(ranked.length);
  guide.hidden = code !== undefined || !isPlainTalk(words, ranked);
  const shown = new Set(ranked.map((row) => row.code));
  if (code === undefined) void showPassages(words, shown, filters);
  if (ranked.length < 5 && (code === undefined || !known.has(code))) void showOthers(words);
}

const query = new URLSearchParams(location.search);
box.value = sessionStorage.getItem('undelivered:search') ?? query.get('q') ?? box.value;
sessionStorage.removeItem('undelivered:search');
for (const select of selects) {
  // The search loads late: what was typed or chosen meanwhile stays.
  const value = query.get(select.name) ?? select.value;
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}
form.addEventListener('input', update);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = codeInText(box.value, known);
  if (code !== undefined && known.has(code)) location.assign(errorPath(code));
  else document.querySelector<HTMLAnchorElement>('#find-results a, #find-others:not([hidden]) a')?.focus();
});
reset.addEventListener('click', () => {
  form.reset();
  update();
  box.focus();
});
update();
