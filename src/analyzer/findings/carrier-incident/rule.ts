import type { LogIndex } from '../../index/log-index.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import type { Filter } from '../../report/filter.ts';
import { address, howMany, moment, ours, outOf, say, share, type Sentence } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rule, type Found } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { rangeOf } from '../shared/number-range.ts';
import { outbreaksOf, type Outbreak } from '../shared/outbreak.ts';
import { countryPace } from '../shared/pace-table.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import { failedWith } from '../shared/refused-people.ts';
import { during, NO_SLOT, SLOT_MS, type Stretch } from '../shared/slots.ts';
import { failingRanges, suspect, type Suspect } from './networks.ts';

const ID = 'carrier-incident';
/** They name no cause. */
const UNEXPLAINED = ['30008', '30017', '30410'];
/** They name the phone; so many phones at once are a network all the same. */
const PHONES = ['30003', '30005'];
const CODES = [...UNEXPLAINED, ...PHONES];
const HOUR_MS = 3_600_000;

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ country }) => country });

interface Limits {
  readonly minShare: number;
  readonly mostHours: number;
  readonly minOthers: number;
  readonly phonesShare: number;
  readonly minPeopleShare: number;
  readonly minPeople: number;
}

/** Where it was: a country, or a range of numbers in one. */
interface Place {
  readonly subject: Found['subject'];
  readonly network: Sentence;
}

type Figures = Pick<Outbreak, 'refused' | 'total'>;

/** From the first of them to the last: stretches all over the log are no event of some hours. */
function isShort(stretches: readonly Stretch[], mostHours: number): boolean {
  const hours = (((stretches.at(-1)?.to ?? 0) + 1 - (stretches[0]?.from ?? 0)) * SLOT_MS) / HOUR_MS;
  return stretches.every(({ from }) => from !== NO_SLOT) && hours <= mostHours;
}

/** Whether the failures are mostly with some codes. */
const areMostly = ({ byCode, failed }: Suspect, codes: readonly string[]): boolean =>
  codes.reduce((sum, code) => sum + (byCode.get(code) ?? 0), 0) * 2 >= failed.count;

/**
 * Whether codes that speak of the phone can be the network's: a large part of all messages, and many people who are no strangers. A list
 * of old numbers that is sent to at once looks the same but for that.
 */
const isOfPhones = ({ failed, messages, people, areStrangers }: Suspect, { phonesShare, minPeopleShare }: Limits): boolean =>
  rateInterval(Math.min(failed.count, messages), messages).low >= phonesShare && people >= failed.count * minPeopleShare && !areStrangers;

/** Whether it was the network: many people, not one sender, and fine at other times and in other places. */
function isNetwork(suspect: Suspect, limits: Limits): boolean {
  const { failed, messages, before, elsewhere, people, isOneSender, isEverywhere } = suspect;
  return (
    before >= limits.minOthers &&
    elsewhere >= limits.minOthers &&
    people >= limits.minPeople &&
    !isOneSender &&
    !isEverywhere &&
    (areMostly(suspect, PHONES) ? isOfPhones(suspect, limits) : failed.count >= messages * limits.minShare)
  );
}

/** Both figures of a range: in a log too large to keep every message the others are counted from a fair part of them. */
function figuresOf(index: LogIndex, { stretches, failed, codes, messages }: Suspect, rows: Filter): Figures {
  const hours = { ...rows, ...during(stretches) };
  const isExact = index.get(sample).weight === 1;
  return {
    refused: { label: 'refused', value: failed.count, rows: { ...failedWith(codes), ...hours } },
    total: {
      label: isExact ? 'messages in the same hours' : 'messages in the same hours, about',
      value: messages,
      ...(isExact ? { rows: { direction: 'outbound', ...hours } } : {}),
    },
  };
}

/** How sure it is: codes of the phone are the network's only as far as the phones are known to exist. */
function certainty(suspect: Suspect): Pick<Found, 'severity' | 'confidence' | 'because'> {
  const { known, people } = suspect;
  if (!areMostly(suspect, PHONES)) {
    return {
      severity: 'high',
      confidence: 'medium',
      because: say`Numbers of the same place were fine at other times of this log and others meanwhile; the log names no carrier, so the status page has to confirm it.`,
    };
  }
  return known === 0
    ? {
        severity: 'medium',
        confidence: 'low',
        because: say`The code speaks of the phone, and no other message of this log reached any of these people: a list of old numbers looks alike, so the status page has to confirm it.`,
      }
    : {
        severity: 'high',
        confidence: 'medium',
        because: say`The code speaks of the phone, but other messages of this log reached ${known} of these ${howMany(people, 'person', 'people')}, and others meanwhile; the status page has to confirm it.`,
      };
}

function incident(suspect: Suspect, { subject, network }: Place, { refused, total }: Figures): Found {
  const { failed, codes } = suspect;
  const hits = { ...refused, label: 'failed for reasons of the network' };
  return {
    ...certainty(suspect),
    sentence: say`${network} seems to have had trouble: ${outOf(hits, total)} messages in the same hours (${share(hits, total)}) failed for reasons that neither text nor recipient explain${failed.first === Infinity ? '' : say`, the first on ${moment(failed.first)}`}.`,
    affected: hits.value,
    recoverable: hits.value,
    rows: hits.rows,
    subject,
    since: failed.first,
    evidence: [hits, total],
    codes,
    examples: failed.newest.sids,
    action: { kind: 'wait', list: null },
  };
}

/**
 * Carriers or providers in trouble: in one country, or one range of numbers, and a few hours, while the same numbers were fine at other
 * times and others meanwhile. A country that is always so, and a rise everywhere, are something else; so are a few people tried again and
 * again, one sender where others get through, and a list of numbers that are not in use.
 */
export const carrierIncident = rule({
  id: ID,
  codes: CODES,
  guide: 'incident',
  needs: ['errorCode', 'status', 'to', 'sent'],
  tables: [refusals, countryPace],
  limits: {
    minRefused: 'count',
    minShare: 'share',
    mostHours: 'count',
    minOthers: 'count',
    phonesShare: 'share',
    minPeopleShare: 'share',
    minPeople: 'count',
    minInRange: 'count',
  },
  find(index, { limits, minHits }) {
    const least = { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare };
    const where = (countries: readonly string[]): Filter => ({ countries });
    /** The trouble of the one country that stands out. */
    const inCountry = (found: Outbreak, codes: readonly string[]): readonly Found[] => {
      const [country = UNKNOWN_COUNTRY] = found.names;
      if (found.isThin || found.names.length !== 1 || country === UNKNOWN_COUNTRY) return [];
      if (!isShort(found.stretches, limits.mostHours)) return [];
      const one = suspect(index, codes, (message) => message.country === country, found.stretches);
      if (!isNetwork(one, limits)) return [];
      return [incident(one, { subject: { country }, network: say`A network in ${ours(countryWithCode(country))}` }, found)];
    };
    const looked = [CODES, UNEXPLAINED].map((codes) => ({
      codes,
      ...outbreaksOf(index, { refusals, pace: countryPace, codes, where }, least),
    }));
    const [first] = looked.flatMap(({ codes, whole }) => (whole === undefined ? [] : inCountry(whole, codes)));
    if (first !== undefined) return [first];
    // A country that is always bad, or two in trouble on different days, hide each other.
    const each = looked.flatMap(({ codes, byName }) => byName().flatMap((found) => inCountry(found, codes)));
    const isFirst = ({ subject }: Found, place: number): boolean =>
      each.findIndex((other) => other.subject['country'] === subject['country']) === place;
    if (each.length > 0) return each.filter(isFirst);
    // Without every failure at hand no figure of a range would be true.
    if (index.get(troubles).overflow > 0) return [];
    return failingRanges(index, CODES, least, Math.max(minHits, limits.minInRange))
      .filter(({ stretches }) => isShort(stretches, limits.mostHours))
      .map(({ prefix, stretches }) => ({
        prefix: String(prefix),
        one: suspect(index, CODES, ({ phoneKey }) => rangeOf(phoneKey) === prefix, stretches),
      }))
      .filter(({ one }) => isNetwork(one, limits))
      .slice(0, 1)
      .map(({ prefix, one }) =>
        incident(
          one,
          { subject: { prefix }, network: say`The network of the numbers that begin with ${address(`+${prefix}`)}` },
          figuresOf(index, one, { prefix }),
        ),
      );
  },
});
