import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, ours, outOf, say, share } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { receipts } from '../no-receipt-country/receipts-table.ts';
import { rule } from '../rule.ts';
import { outcomeTimes } from '../shared/code-times-table.ts';
import { countryPace, type Pace } from '../shared/pace-table.ts';
import { during, isIn, joined, NO_SLOT, slotOf, type Stretch } from '../shared/slots.ts';
import { standOut } from '../shared/stand-out.ts';

const MINUTE_MS = 60_000;
const ID = 'receipt-outage';

/** Messages without a receipt, by country. */
export const silent = outcomeTimes({ finding: ID, outcome: 'no-receipt', name: ({ country }) => country });

/** Fewer messages without a receipt in all other countries are chance. */
const FEW = 3;

interface Limits {
  readonly minAged: number;
  readonly minSilent: number;
  readonly minJump: number;
  readonly minUsualReceipts: number;
}

/** When receipts stayed away from messages that usually bring one; settled messages only, `end` not included. */
function outage(
  slots: ReadonlyMap<number, Pace>,
  end: number,
  { minAged, minSilent, minJump, minUsualReceipts }: Limits,
): readonly Stretch[] {
  const old = [...slots].flatMap(([slot, [of, hits]]) => (slot !== NO_SLOT && slot < end ? [{ slot, hits, of }] : []));
  const standing = standOut(old, { minHits: minSilent, minShare: minJump });
  if (standing === undefined) return [];
  const { inside, outside, stretches } = standing;
  const usual = outside.hits / outside.of;
  const isJump = outside.of >= minAged && 1 - usual >= minUsualReceipts && inside.hits / inside.of - usual >= minJump;
  return isJump ? stretches : [];
}

/** Whether what is silent in some hours is one country's of several: hardly any of the others is, or nothing went to them meanwhile. */
function isOneCountry(
  pace: ReturnType<typeof countryPace.make>,
  countries: readonly string[],
  stretches: readonly Stretch[],
  { minJump }: Limits,
): boolean {
  const [, ...others] = countries.map((name) => sumIn(pace.of([name]), stretches)).sort((a, b) => b.silent - a.silent);
  const sum = (which: 'messages' | 'silent'): number => others.reduce((all, counts) => all + counts[which], 0);
  return others.length > 0 && sum('silent') < Math.max(FEW, minJump * sum('messages'));
}

/** Messages of some hours, and those of them without a receipt. */
function sumIn(slots: ReadonlyMap<number, Pace>, stretches: readonly Stretch[]): { messages: number; silent: number } {
  const sums = { messages: 0, silent: 0 };
  for (const [slot, [messages, silent]] of slots) {
    if (!isIn(slot, stretches)) continue;
    sums.messages += messages;
    sums.silent += silent;
  }
  return sums;
}

function whereFrom(
  index: LogIndex,
  end: number,
  limits: Limits,
): { readonly countries: readonly string[]; readonly stretches: readonly Stretch[] } {
  const pace = index.get(countryPace);
  // A country from which no receipt ever comes has none to lose.
  const known = index.get(receipts).countries;
  const hasReceipts = (country: string): boolean => (known.get(country)?.aged(index.clock).delivered ?? 0) > 0;
  const own = pace.names
    .filter((name) => name !== UNKNOWN_COUNTRY && hasReceipts(name))
    .sort()
    .flatMap((country) => {
      const stretches = outage(pace.of([country]), end, limits);
      return stretches.length === 0 ? [] : [{ country, stretches }];
    });
  const ofOwn = { countries: own.map(({ country }) => country), stretches: joined(own.flatMap(({ stretches }) => stretches)) };
  const receiving = pace.names.filter(hasReceipts).sort();
  // Countries too small to tell alone, which lost theirs in the same hours, belong to it.
  const small = receiving.filter((name) => !ofOwn.countries.includes(name));
  const meanwhile = [...pace.of(small)].filter(([slot]) => small.length > 0 && slot < end && isIn(slot, ofOwn.stretches));
  const sum = (which: 0 | 1): number => meanwhile.reduce((all, [, counts]) => all + counts[which], 0);
  const isShared = sum(1) >= FEW && sum(1) >= limits.minUsualReceipts * sum(0);
  if (own.length > 0 && !isShared) return ofOwn;
  const isAll = receiving.length === pace.names.length;
  const stretches = outage(pace.of(isAll ? undefined : receiving), end, limits);
  return { countries: isAll ? [] : receiving, stretches: isOneCountry(pace, receiving, stretches, limits) ? [] : stretches };
}

/**
 * Receipts that used to come and stopped at some hour: messages stay "sent" that were "delivered" before and after. Receipts are lost, or
 * messages are filtered without a word; the log cannot tell which.
 */
export const receiptOutage = rule({
  id: ID,
  codes: [],
  guide: 'receipt-outage',
  needs: ['status', 'sent', 'to'],
  tables: [silent, countryPace, receipts],
  limits: { minAged: 'count', minSilent: 'count', minJump: 'share', minUsualReceipts: 'share', settleMinutes: 'count' },
  find(index, { limits, minHits }) {
    const end = slotOf(index.clock - limits.settleMinutes * MINUTE_MS);
    const { countries, stretches } = whereFrom(index, end, { ...limits, minSilent: Math.max(minHits, limits.minSilent) });
    if (stretches.length === 0) return [];
    const { messages, silent: without } = sumIn(index.get(countryPace).of(countries.length === 0 ? undefined : countries), stretches);
    const hours: Filter = { direction: 'outbound', ...(countries.length === 0 ? {} : { countries }), ...during(stretches) };
    const rows: Filter = { ...hours, outcomes: ['no-receipt'] };
    const sent = { label: 'still "sent"', value: without, rows };
    const total = {
      label: 'messages in these hours',
      value: messages,
      rows: hours,
    };
    const groups = [...index.get(silent).groups].filter(({ name }) => countries.length === 0 || countries.includes(name));
    const hits = groups.flatMap(({ slots }) => [...slots].flatMap(([slot, one]) => (isIn(slot, stretches) ? [one] : [])));
    const since = hits.reduce((least, { first }) => Math.min(least, first), Infinity);
    const [country = ''] = countries;
    const from =
      countries.length === 1
        ? ours(countryWithCode(country))
        : countries.length === 0
          ? say`all countries`
          : howMany(countries.length, 'country', 'countries');
    return [
      {
        severity: 'medium',
        confidence: 'medium',
        because: say`Receipts came before or after these hours on the same way, so they can come; whether the messages arrived is for the recipients to say.`,
        sentence: say`Receipts from ${from} stopped about ${moment(since)}: ${outOf(sent, total)} messages in these hours (${share(sent, total)}) are still "sent", where receipts usually come. They may have arrived all the same.`,
        affected: without,
        recoverable: 0,
        rows,
        subject: countries.length === 1 ? { country } : countries.length === 0 ? {} : { countries: String(countries.length) },
        since,
        evidence: [sent, total],
        codes: [],
        examples: Newest.of(hits.map(({ newest }) => newest)),
        action: { kind: 'check', list: null },
      },
    ];
  },
});
