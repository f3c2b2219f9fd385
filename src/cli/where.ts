import { outcomes, categoryLabels, type MessageCategory, type Outcome } from '../catalog/category.ts';
import type { Filter } from '../analyzer/report/filter.ts';
import type { Report } from '../analyzer/report/report.ts';

/** What a selection is made of: each name with what one value of it means. */
const fields: Readonly<Record<string, (value: string) => Filter | string>> = {
  code: (code) =>
    code === 'none'
      ? { codes: [''] }
      : /^\d{5}$/.test(code)
        ? { codes: [code] }
        : `"${code}" is no error code; write five digits, or none.`,
  status: (status) => ({ statuses: [status.toLowerCase()] }),
  outcome: (outcome) => {
    if (outcome === 'not-arrived') return { direction: 'outbound', outcomes: ['failed', 'undelivered'] };
    const known = outcomes.find((one): one is Outcome => one === outcome);
    return known === undefined ? `"${outcome}" is no outcome; use not-arrived or ${outcomes.join(', ')}.` : { outcomes: [known] };
  },
  category: (category) =>
    category in categoryLabels
      ? { categories: [category as MessageCategory] }
      : `"${category}" is no category; use ${Object.keys(categoryLabels).join(', ')}.`,
  direction: (direction) =>
    direction === 'inbound' || direction === 'outbound' ? { direction } : `"${direction}" is no direction; use inbound or outbound.`,
  sender: (sender) => ({ senders: [sender] }),
  person: (person) => ({ people: [person] }),
  country: (country) =>
    /^[A-Za-z]{2}$/.test(country) ? { countries: [country.toUpperCase()] } : `"${country}" is no country; write two letters, such as US.`,
  prefix: (prefix) =>
    /^\+?\d{1,15}$/.test(prefix) ? { prefix: prefix.replace('+', '') } : `"${prefix}" is no beginning of a number; write its digits.`,
  service: (service) => ({ services: [service] }),
  link: (host) => ({ linkHost: host.toLowerCase().replace(/^www\./, '') }),
  hour: (hour) =>
    /^(?:\d|1\d|2[0-3])$/.test(hour) ? { hourOfDay: Number(hour) } : `"${hour}" is no hour of the day; write 0 to 23, in UTC.`,
  since: (time) => momentOr(time, (from) => ({ time: { from } })),
  until: (time) => momentOr(time, (to) => ({ time: { to } })),
  finding: (finding) => ({ finding }),
};

export const whereFields: readonly string[] = Object.keys(fields);

/** Times with their zone only: what a time means must not depend on where the command runs. A day begins in UTC. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

function momentOr(text: string, make: (milliseconds: number) => Filter): Filter | string {
  const at = MOMENT.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? `"${text}" is no time; write 2025-08-14 or 2025-08-14T13:00Z.` : make(at);
}

/**
 * Reads a selection: messages that pass every name, by any of its values.
 *
 * @param where "code=30007", one each
 * @returns `undefined` for none; or the sentence that says what is wrong
 */
export function readWhere(where: readonly string[] = []): Filter | string | undefined {
  const byName = new Map<string, Filter[]>();
  for (const one of where) {
    const [name = '', ...rest] = one.split('=');
    const value = rest.join('=').trim();
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (read === undefined) return `"${name}" is nothing to choose messages by; use ${whereFields.join(', ')}, as in code=30007.`;
    if (value === '') return `--where says no value for ${name}; write ${name}=VALUE.`;
    const filter = read(value);
    if (typeof filter === 'string') return filter;
    byName.set(name, [...(byName.get(name) ?? []), filter]);
  }
  if (byName.size === 0) return undefined;
  return { all: [...byName.values()].map((some) => (some.length === 1 && some[0] !== undefined ? some[0] : { any: some })) };
}

/** Findings are named by key or by id: the same selection by their keys, or the sentence that says that one is not there. */
export function withKeys(filter: Filter, { findings }: Pick<Report, 'findings'>): Filter | string {
  const { finding: name, any, all, ...rest } = filter;
  const inner = (some: readonly Filter[]): readonly Filter[] | string => {
    const made = some.map((one) => withKeys(one, { findings }));
    return made.find((one) => typeof one === 'string') ?? (made as readonly Filter[]);
  };
  const [anyOf, allOf] = [any === undefined ? [] : inner(any), all === undefined ? [] : inner(all)];
  if (typeof anyOf === 'string') return anyOf;
  if (typeof allOf === 'string') return allOf;
  const named = findings.filter(({ key }) => key === name);
  const found = named.length > 0 ? named : findings.filter(({ id }) => id === name);
  if (name !== undefined && found.length === 0)
    return `There is no finding "${name}" in this log. ${findings.length === 0 ? 'It has none.' : `It has: ${findings.map(({ key }) => `"${key}"`).join(', ')}.`}`;
  return {
    ...rest,
    ...(any === undefined ? {} : { any: anyOf }),
    ...(all === undefined ? {} : { all: allOf }),
    ...(name === undefined ? {} : { any: found.map(({ key }) => ({ finding: key })) }),
  };
}
