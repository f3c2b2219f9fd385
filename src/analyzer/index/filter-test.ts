import type { Knowledge } from '../../catalog/knowledge.ts';
import type { ListId } from '../../catalog/number-lists.ts';
import { entryOf } from '../memory/entry-of.ts';
import { addressKey, parseAddress } from '../message/address.ts';
import { categoryOf } from '../message/category.ts';
import type { Kind } from '../message/kind.ts';
import { inLocalHours } from '../message/local-hours.ts';
import { utcHourOf } from '../message/local-time.ts';
import type { Filter } from '../report/filter.ts';
import type { KeptMessage } from './cells/kept-messages.ts';
import { copyKey } from './copy-key.ts';

/** What a filter that names a finding refers to. */
export interface FilterContext {
  readonly knowledge: Knowledge;
  /** The rows of the finding of this key; `undefined` where the report has none. */
  rowsOf(findingKey: string): Filter | undefined;
  /** The people on its list. */
  listOf(findingKey: string): readonly string[] | undefined;
  /** The numbers on a list of the report, as E.164. */
  numbersOn(list: ListId): readonly string[] | undefined;
}

/** Asks nothing but what is kept of a message that failed, so that the same test runs over a log and over what was kept of it. */
export type Test = (message: KeptMessage) => boolean;

/** More kinds than this has only a log made to have them. */
const KINDS_KNOWN = 5_000;

const never: Test = () => false;

/**
 * A filter as a test for one message after another.
 *
 * @returns a test that passes nothing where the filter names a finding that the report does not have
 */
export function testOf(filter: Filter, context: FilterContext): Test {
  const tests = [...testsOf(filter, context)];
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (message) => {
    for (const test of tests) if (!test(message)) return false;
    return true;
  };
}

function* testsOf(filter: Filter, context: FilterContext): Generator<Test> {
  const { direction, outcomes, statuses, codes, categories, senders, countries, people, listed, prefix, templates } = filter;
  const { copies, localHours, segments, waited, encoding, services, hourOfDay, linkHost, time, finding } = filter;
  const ofKind: ((kind: Kind) => boolean)[] = [];
  if (direction !== undefined) ofKind.push(({ isInbound }) => isInbound === (direction === 'inbound'));
  if (outcomes !== undefined) ofKind.push(({ outcome }) => outcomes.includes(outcome));
  if (statuses !== undefined) ofKind.push(({ word }) => statuses.includes(word));
  if (codes !== undefined) ofKind.push(({ code }) => codes.includes(code ?? ''));
  if (categories !== undefined) ofKind.push((kind) => categories.includes(categoryOf(kind, context.knowledge)));
  if (ofKind.length > 0) yield kindTest((kind) => ofKind.every((test) => test(kind)));
  if (senders !== undefined) {
    const wanted = new Set(senders);
    yield ({ kind, sender }) => !kind.isInbound && wanted.has(sender);
  }
  if (countries !== undefined) yield ({ kind, country }) => !kind.isInbound && countries.includes(country);
  if (people !== undefined) yield peopleTest(people, context);
  if (listed !== undefined) yield numbersTest(context.numbersOn(listed));
  if (prefix !== undefined) yield ({ phoneKey }) => phoneKey > 0 && String(phoneKey).startsWith(prefix);
  if (templates !== undefined) yield (message) => !message.kind.isInbound && templates.includes(message.templateKey());
  if (copies !== undefined) {
    const keys = new Set(copies);
    yield (message) => keys.has(copyKey(message));
  }
  if (localHours !== undefined) {
    const isIn = inLocalHours(localHours);
    yield ({ phoneKey, time: at }) => isIn(phoneKey, at);
  }
  if (segments !== undefined) {
    const { from = 1, to = Infinity } = segments;
    yield (message) => {
      const count = message.segments();
      return count > 0 && count >= from && count < to;
    };
  }
  if (waited !== undefined) yield ({ queueSeconds }) => queueSeconds >= waited.from;
  if (encoding !== undefined) yield (message) => message.encoding() === encoding;
  if (services !== undefined) yield (message) => !message.kind.isInbound && services.includes(message.service());
  if (hourOfDay !== undefined) yield ({ time: at }) => utcHourOf(at) === hourOfDay;
  if (linkHost !== undefined) yield (message) => message.linkHosts().includes(linkHost);
  if (time !== undefined) yield (message) => message.time >= (time.from ?? -Infinity) && message.time < (time.to ?? Infinity);
  if (finding !== undefined) {
    const rows = context.rowsOf(finding);
    yield rows === undefined ? never : testOf(rows, context);
  }
  if (filter.any !== undefined) yield anyTest(filter.any, context);
  for (const other of filter.all ?? []) yield testOf(other, context);
  for (const other of filter.except ?? []) {
    const test = testOf(other, context);
    yield (message) => !test(message);
  }
}

/** What is asked of a kind is answered once for each of the few that a log has. */
function kindTest(isWanted: (kind: Kind) => boolean): Test {
  const known = new Map<Kind, boolean>();
  let last: Kind | undefined;
  let isLastWanted = false;
  return ({ kind }) => {
    if (kind === last) return isLastWanted;
    last = kind;
    const before = known.get(kind);
    isLastWanted = before ?? isWanted(kind);
    if (before === undefined && known.size < KINDS_KNOWN) known.set(kind, isLastWanted);
    return isLastWanted;
  };
}

function peopleTest(people: NonNullable<Filter['people']>, context: FilterContext): Test {
  const list = 'listOf' in people ? context.listOf(people.listOf) : people;
  if (list === undefined) return never;
  const keys = new Set(list.map((address) => addressKey(parseAddress(address, { bareNanp: false }))));
  return ({ personKey }) => keys.has(personKey);
}

function numbersTest(numbers: readonly string[] | undefined): Test {
  if (numbers === undefined) return never;
  const keys = new Set(numbers.map((number) => Number(number.slice(1))));
  return ({ phoneKey }) => keys.has(phoneKey);
}

/** Passes at least one; parts that are about one person each are asked for that person only, since there may be thousands. */
function anyTest(parts: readonly Filter[], context: FilterContext): Test {
  const byPerson = new Map<number, Test[]>();
  const others: Test[] = [];
  for (const part of parts) {
    const { people } = part;
    const [person] = people === undefined || 'listOf' in people ? [] : people;
    const isOne = person !== undefined && people !== undefined && !('listOf' in people) && people.length === 1;
    const tests = isOne ? entryOf(byPerson, addressKey(parseAddress(person, { bareNanp: false })), () => []) : others;
    tests.push(testOf(part, context));
  }
  return (message) => others.some((test) => test(message)) || byPerson.get(message.personKey)?.some((test) => test(message)) === true;
}
