import { rowsOf } from '../../analyzer/breakdowns/rows.ts';
import type { Figure } from '../../analyzer/report/figure.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import { PICKED, pickedOf } from '../../analyzer/report/picked.ts';
import type { Finding } from '../../analyzer/report/report.ts';
import { address, ours, say, type Sentence } from '../../analyzer/report/sentence.ts';
import { countryName } from '../../analyzer/words/country-name.ts';
import { categoryLabels, type MessageCategory, type Outcome } from '../../catalog/category.ts';
import { outcomeMarks } from '../../catalog/status.ts';
import type { Chip, ChipKind } from './chips.ts';

/** "09:00–10:00". @param hour of the day, 0 to 23 */
export const hourSpan = (hour: number): string => [hour, hour + 1].map((one) => `${String(one).padStart(2, '0')}:00`).join('–');

const chip = (kind: ChipKind, value: string, label: Sentence, filter: Filter): Chip => ({ kind, id: `${kind} ${value}`, label, filter });

export const codeChip = (code: string): Chip => chip('code', code, ours(code === '' ? 'none' : code), rowsOf.code(code));

/** The messages with a code that did not arrive. */
export const failedCodeChip = (code: string): Chip =>
  chip('code', `${code} failed`, ours(`${code === '' ? 'none' : code}, did not arrive`), {
    ...rowsOf.total('failed'),
    codes: [code],
  });

export const categoryChip = (category: MessageCategory): Chip =>
  chip('category', category, ours(categoryLabels[category]), rowsOf.category(category));

export const outcomeChip = (outcome: Outcome): Chip =>
  chip('outcome', outcome, ours(outcomeMarks[outcome].label), {
    direction: outcome === 'inbound' ? 'inbound' : 'outbound',
    outcomes: [outcome],
  });

export const senderChip = (sender: string): Chip =>
  chip('sender', sender, sender === '' ? say`not in the log` : [address(sender)], rowsOf.sender(sender, 'outbound'));

export const countryChip = (country: string): Chip =>
  chip('country', country, ours(countryName(country)), rowsOf.country(country, 'outbound'));

/** @param hour of the day in UTC, 0 to 23 */
export const hourChip = (hour: number): Chip =>
  chip('hour', String(hour), ours(`${hourSpan(hour)} UTC`), { direction: 'outbound', hourOfDay: hour });

/** @param templates of all senders of the text @param text its template */
export const textChip = (templates: readonly number[], text: string): Chip =>
  chip('text', templates.join(' '), text === '' ? say`not in the log` : [{ text }], { direction: 'outbound', templates });

export const linkChip = (host: string): Chip => chip('link', host, [{ text: host }], { direction: 'outbound', linkHost: host });

/** @param from included @param to excluded, milliseconds since 1970 in UTC */
export const windowChip = (from: number, to: number): Chip =>
  chip('window', `${String(from)} ${String(to)}`, say`${{ span: { from, to } }}`, { time: { from, to } });

type Named = Pick<Finding, 'key' | 'evidence'>;

/** What counts more messages than pass the filters by outcome, code, category and finding stands without them. */
const ofAll = (finding: Named, made: Chip): Chip => (pickedOf(finding) === undefined ? made : { ...made, isOfAll: true });

/** @param title of the finding as the page shows it, our own words @param rows names no finding of a report that is under a filter itself */
export const findingChip = (finding: Named, title: string, rows: Filter): Chip =>
  ofAll(finding, chip('finding', finding.key, ours(title), rows));

/** A figure of a finding's evidence; its label is our own words. */
export function evidenceChip(finding: Named, title: string, { label }: Figure, rows: Filter): Chip {
  const made = chip('finding', `${finding.key}: ${label}`, ours(label === PICKED ? title : `${title}: ${label}`), rows);
  return label === PICKED ? made : ofAll(finding, made);
}
