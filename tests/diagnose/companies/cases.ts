/** Logs of the second hand: every incident at several companies and sizes, some together, and quiet stretches of every company. */
import { Random } from '../../bench/random.ts';
import type { Case, Made } from '../score.ts';
import { companies, nth, type Company } from './companies.ts';
import { writers, type Format } from './logs.ts';
import { plants, type Plant } from './plants.ts';
import { Scene } from './scene.ts';
import { HOUR, Traffic, type Message } from './traffic.ts';

interface Size {
  readonly rows: number;
  readonly days: number;
  /** Fewest and most messages of an incident, about. */
  readonly hits: readonly [number, number];
}
const sizes: readonly Size[] = [
  { rows: 40, days: 1, hits: [14, 20] },
  { rows: 300, days: 3, hits: [18, 45] },
  { rows: 2_500, days: 7, hits: [40, 150] },
  { rows: 7_000, days: 14, hits: [90, 400] },
];
/** Fewer messages of an incident than this are left by a cut: then the log is not cut. */
const LEAST_LEFT = 12;

interface Recipe {
  readonly seed: number;
  readonly company: Company;
  readonly size: Size;
  readonly format: Format;
  readonly kinds: readonly Plant[];
  /** Newest rows that are kept: an export has a limit. */
  readonly cut?: number;
}

/** What a log taken at that moment says of messages that were still on their way. */
function asOf(messages: readonly Message[], moment: number): void {
  for (const m of messages) {
    if (m.inbound || ['queued', 'accepted', 'sending'].includes(m.status) || m.updated <= moment) continue;
    m.status = m.sent !== undefined && m.sent <= moment ? 'sent' : 'queued';
    if (m.status === 'queued') m.sent = undefined;
    m.code = '';
    m.mark = undefined;
    m.updated = m.sent ?? m.created;
  }
}

function madeOf(recipe: Recipe): Made {
  const { seed, company, size, format, kinds, cut } = recipe;
  const traffic = new Traffic(seed, company, size);
  const [least, most] = size.hits;
  for (const [mark, kind] of kinds.entries()) kind.make(new Scene(traffic, least + traffic.random.below(most - least + 1), mark));
  const all = traffic.messages.filter(({ created }) => created < traffic.end).sort((a, b) => a.created - b.created);
  const list = cut === undefined ? all : all.slice(-cut);
  const newest = list.at(-1)?.created ?? traffic.end;
  asOf(list, newest + 20_000);
  const planted = kinds.map((kind, mark) => {
    const its = list.filter((m) => m.mark === mark && (kind.aged === undefined || m.created < newest - HOUR));
    const incident = { ids: [kind.id, ...(kind.also ?? [])], affected: its.length, since: Math.min(...its.map(({ created }) => created)) };
    return { kind, incident, beside: kind.too ?? [] };
  });
  if (cut !== undefined && planted.some(({ incident }) => incident.affected < LEAST_LEFT))
    return madeOf({ seed, company, size, format, kinds });
  return { text: writers[format](list), planted };
}

const formats: readonly Format[] = ['console-v3', 'rest-json', 'eventstreams'];

/**
 * @param each how often every incident is planted alone
 * @param together logs with two or three incidents
 * @param quiet logs without one
 * @param largest rows of the largest log
 */
export function companyCases({
  seed,
  each,
  together,
  quiet,
  largest = Infinity,
}: {
  readonly seed: number;
  readonly each: number;
  readonly together: number;
  readonly quiet: number;
  readonly largest?: number;
}): readonly Case[] {
  const random = new Random(seed * 7919);
  const made = (kinds: readonly Plant[], company: Company, least: number, n: number): Case => {
    const fitting = sizes.filter(({ rows }) => rows >= least && rows <= Math.max(largest, least));
    const size = nth(fitting, n);
    const open = formats.filter((format) => format !== 'eventstreams' || kinds.every(({ noEvents }) => noEvents === undefined));
    const isCut = size.rows >= 2_500 && n % 5 === 4 && kinds.every(({ whole }) => whole === undefined);
    const recipe: Recipe = {
      seed: random.below(2 ** 31),
      company,
      size,
      format: nth(open, random.below(open.length)),
      kinds,
      ...(isCut ? { cut: size.rows >= 7_000 ? 5_000 : 1_000 } : {}),
    };
    return { seed: recipe.seed, messages: size.rows, format: `${company.id} ${recipe.format}`, kinds, make: () => madeOf(recipe) };
  };
  const companyOf = (id: string): Company => companies.find((one) => one.id === id) ?? nth(companies, 0);
  const alone = plants.flatMap((plant) =>
    Array.from({ length: each }, (_, n) => made([plant], companyOf(nth(plant.at.split(' '), n)), plant.least ?? 0, n)),
  );
  const several = Array.from({ length: together }, (_, n) => {
    const company = nth(companies, random.below(companies.length));
    const can = plants.filter((plant) => plant.alone === undefined && plant.at.split(' ').includes(company.id));
    const kinds = new Set<Plant>();
    const count = Math.min(can.length, 2 + random.below(2));
    while (kinds.size < count) kinds.add(nth(can, random.below(can.length)));
    // An account that stops takes what comes after it: it is planted last.
    return made(
      [...kinds].sort((a, b) => Number(a.id === 'account-stopped') - Number(b.id === 'account-stopped')),
      company,
      2_500,
      n,
    );
  });
  const calm = Array.from({ length: quiet }, (_, n) => made([], nth(companies, n), 0, Math.floor(n / companies.length) + n));
  return [...alone, ...several, ...calm];
}
