import { filterKeys, passes, type Filters } from './filters.ts';
import { rows as allRows } from 'virtual:error-rows';
import { searchPages } from './full-text.ts';
import { addressWords } from './address-words.ts';
import { rank, type Searchable } from './rank.ts';
import { rowElement } from './row-element.ts';
import type { IndexRow } from '../../catalog/index-row.ts';
import { found } from '../element.ts';
import { showAnswer } from '../box/answer.ts';
import { follow } from '../box/go.ts';
import { loadReader, loadWhenIdle, type Reader } from '../box/load.ts';
import { wordsOf } from './words-of.ts';
import type { DictionaryEntry } from '../../catalog/knowledge.ts';
import { take } from '../../hand-over/texts.ts';
import type { Reading } from '../../pasted/reading.ts';
import { filePath, twilioErrorUrl } from '../../catalog/paths.ts';

/** Makes the index of error codes searchable; without this script it is the list of the codes that a sent message can end in. */

interface Row extends Searchable {
  readonly row: IndexRow;
  readonly facts: Filters;
}

const form = found('#find', HTMLFormElement);
const box = found('#find-words', HTMLTextAreaElement);
const selects = filterKeys.map((key) => found(`#find-${key}`, HTMLSelectElement));
const summary = found('#find-count', HTMLElement);
const reset = found('#find-reset', HTMLButtonElement);
const results = found('#find-results', HTMLTableSectionElement);
const table = found('.codes', HTMLTableElement);
const nothing = found('#find-nothing', HTMLElement);
const others = found('#find-others', HTMLElement);
const answer = found('#find-answer', HTMLElement);
const common = found('#find-common', HTMLTableSectionElement);
const rows: readonly Row[] = (allRows() as readonly IndexRow[]).map((row) => ({
  row,
  code: row.code,
  title: [row.title, ...row.formerTitles].join(' '),
  summary: row.summary,
  facts: row,
}));
const known: ReadonlySet<string> = new Set(rows.map(({ code }) => code));
const titleWords: ReadonlySet<string> = new Set(rows.flatMap(({ title }) => wordsOf(title)));

const chosen = (): Filters => Object.fromEntries(selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));

/** Filters always, words only when all of them are ours, go into the address. */
function rememberInAddress(words: string | undefined, filters: Filters): void {
  const query = new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  if (words !== undefined) query.set('q', words);
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}${location.hash}`);
}

async function showOthers(words: string, readings: readonly Reading[]): Promise<void> {
  const { default: dictionary } = await import('../../../content/dictionary.json');
  if (box.value.trim() !== words) return;
  const entries = (dictionary as readonly DictionaryEntry[])
    .filter(({ code }) => !known.has(String(code)))
    .map((entry) => ({ ...entry, code: String(entry.code), summary: '' }));
  const [code] = readings.flatMap(({ lead }) => (lead?.to === 'twilio' ? [lead.code] : []));
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
  if (passages === 'unreachable') {
    summary.append('. The texts of the pages could not be searched: no connection.');
    return;
  }
  const extra = passages.flatMap(({ code, excerpt }) => {
    const row = rows.find((candidate) => candidate.code === code);
    return row === undefined || shown.has(code) || !passes(row.facts, filters) ? [] : [rowElement(row.row, excerpt)];
  });
  results.append(...extra);
  count(shown.size + extra.length);
}

function count(shown: number): void {
  table.hidden = shown === 0;
  // What is answered above the table is not "no page fits".
  nothing.hidden = shown > 0 || !answer.hidden;
  summary.textContent = `${String(shown)} of ${String(rows.length)} codes`;
}

/** The codes that readings lead to, in their order. */
const codesOf = (readings: readonly Reading[]): readonly string[] => [
  ...new Set(
    readings
      .flatMap(({ lead, notes = [] }) => [lead, ...notes.map((note) => note.lead)])
      .flatMap((lead) => (lead?.to === 'error' ? [lead.code] : [])),
  ),
];

/** Readings whose rows are the answer need no words beside them; the rest is answered above the table. */
const isAnswered = ({ kind }: Reading): boolean => !['code', 'sentence', 'search', 'other-code'].includes(kind);

let reader: Reader['readText'] | undefined;

function update(): void {
  const words = box.value.trim();
  const filters = chosen();
  const fitting = rows.filter(({ facts }) => passes(facts, filters));
  reset.hidden = words === '' && Object.keys(filters).length === 0;
  const isWhole = words === '' && Object.keys(filters).length === 0;
  common.hidden = !isWhole;
  results.hidden = isWhole;
  others.hidden = true;
  showAnswer(answer, [], '');
  if (words === '') {
    results.replaceChildren(...(isWhole ? [] : fitting.map(({ row }) => rowElement(row))));
    count(isWhole ? common.rows.length : fitting.length);
    return;
  }
  const readings = reader?.(words) ?? [];
  const named = codesOf(readings.filter((reading) => reading.kind !== 'text' && reading.kind !== 'phone'));
  const isSearch =
    named.length === 0 && readings.every(({ kind }) => ['search', 'complaint', 'other-code', 'nothing', 'unknown-code'].includes(kind));
  const first = named.flatMap((code) => fitting.find((row) => row.code === code) ?? []);
  const ranked = isSearch || readings.some(({ kind }) => kind === 'search') ? [...new Set([...first, ...rank(words, fitting)])] : first;
  results.replaceChildren(...ranked.map(({ row }) => rowElement(row)));
  showAnswer(answer, readings.filter(isAnswered), words);
  count(ranked.length);
  const shown = new Set(ranked.map((row) => row.code));
  if (isSearch) void showPassages(words, shown, filters);
  if (ranked.length < 5 && named.length === 0) void showOthers(words, readings);
}

/** Opens what the text certainly is; otherwise the focus goes to the first thing it may be. */
async function open(): Promise<void> {
  const readings = (await loadReader()).readText(box.value);
  const [only, ...rest] = readings;
  if (only?.sure === true && only.lead !== undefined && rest.length === 0) {
    await follow(only.lead, box.value, only.receipt);
    return;
  }
  update();
  document.querySelector<HTMLAnchorElement>('#find-answer:not([hidden]) a, #find-results a, #find-others:not([hidden]) a')?.focus();
}

/** Brings the address up to what the form says. */
function settle(): void {
  rememberInAddress(addressWords(box.value, titleWords, known), chosen());
}

const query = new URLSearchParams(location.search);
box.value = take('search') ?? query.get('q') ?? box.value;
for (const select of selects) {
  // The search loads late: what was typed or chosen meanwhile stays.
  const value = query.get(select.name) ?? select.value;
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}
form.addEventListener('input', update);
// A word that is half typed is not yet the word that was meant, so the address follows only what was settled.
form.addEventListener('change', settle);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void open();
});
reset.addEventListener('click', () => {
  form.reset();
  update();
  settle();
  box.focus();
});
update();
settle();
loadWhenIdle();
void loadReader().then(
  ({ readText }) => {
    reader = readText;
    if (box.value.trim() !== '') update();
  },
  // Words are searched without it; Enter asks for it again.
  () => undefined,
);
