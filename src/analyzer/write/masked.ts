import type { Filter } from '../report/filter.ts';
import type { Report } from '../report/report.ts';
import { maskNumbers } from './mask.ts';

/** Plain data with every text in it changed, names of fields too: they can be words of a log. Counts under names that become one are added. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const key = change(name);
    const before = fields[key];
    fields[key] = typeof before === 'number' && typeof inner === 'number' ? before + inner : withTexts(inner, change);
  }
  return fields;
}

/** A report, a finding, or any other plain data of ours, with whole numbers masked wherever they stand. */
export const masked = <Value>(value: Value): Value => withTexts(value, maskNumbers) as Value;

/** SIDs of whatever kind, and what could be one. */
const SID = /\b([A-Z]{2})[\da-f]{32}\b/gi;

/** The filter that takes no message. */
const nothing: Filter = { any: [] };

/** What a kept report has instead of what names people or messages, by the name of the field. */
const instead: Readonly<Record<string, unknown>> = { examples: [], messages: [], entries: [], list: null, rows: nothing };

const isFilled = (value: unknown): boolean => typeof value === 'object' && value !== null;

function withoutRows(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRows);
  if (!isFilled(value)) return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, name in instead && isFilled(inner) ? instead[name] : withoutRows(inner)]),
  );
}

/**
 * A report as it may be kept after its log is gone: no lists, no SIDs, no whole number, no filter that names a person. Findings
 * whose keys become one by that are told apart by a number.
 */
export function withoutPeople(report: Report): Report {
  const seen = new Map<string, number>();
  const keys = new Map<string, string>();
  const bare = (text: string): string => maskNumbers(text.replace(SID, '$1…'));
  for (const { key } of report.findings) {
    const name = bare(key);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    keys.set(key, count === 1 ? name : `${name} (${String(count)})`);
  }
  const named = { ...report, findings: report.findings.map((finding) => ({ ...finding, key: keys.get(finding.key) ?? finding.key })) };
  const kept = withTexts(withoutRows(named), bare) as Report;
  return {
    ...kept,
    findings: kept.findings.map((finding, place) => {
      const { within } = report.findings[place] ?? {};
      return within === undefined ? finding : { ...finding, within: keys.get(within) ?? bare(within) };
    }),
  };
}
