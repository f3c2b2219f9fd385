import { thresholdOf, type Knowledge } from '../../catalog/knowledge.ts';
import { listIds, placeOfCode, precedence, whens, type ListId, type Place } from '../../catalog/number-lists.ts';
import { brokenSilences, SENT_AFTER_STOP } from '../findings/sent-after-stop/rule.ts';
import { inOrder } from '../memory/in-order.ts';
import type { HasSid } from '../index/cells/newest.ts';
import { bySid } from '../message/stand-in.ts';
import type { LogIndex } from '../index/log-index.ts';
import { reached } from '../index/tables/reached.ts';
import { troubles } from '../index/tables/troubles.ts';
import { entryOf } from '../memory/entry-of.ts';
import { addressKey, parseAddress } from '../message/address.ts';
import type { Filter } from '../report/filter.ts';
import type { Finding, ListedNumber, NotListed, Notice, NumberList, Report } from '../report/report.ts';
import { say } from '../report/sentence.ts';
import { isoTime } from '../words/moment.ts';

/** Numbers that one list holds, some 300 bytes each in JSON. */
const MOST_NUMBERS = 200_000;

/** Where a message puts its number, and why. */
interface Reason extends Place {
  /** Id of a finding or error code; '' for none. */
  readonly reason: string;
}

interface Candidate {
  readonly reason: Reason;
  /** Newest message that gives it, milliseconds; -Infinity where no time is known. */
  readonly last: number;
}

const care = ({ when }: Place): number => (when === undefined ? -1 : whens.indexOf(when));

/** Of two reasons for one list: the more careful, then the newer, then the first in the alphabet. */
const isBetter = (one: Candidate, other: Candidate): boolean =>
  (care(one.reason) - care(other.reason) || one.last - other.last || (one.reason.reason < other.reason.reason ? 1 : -1)) > 0;

/** A number and all that went wrong with it: most fail once or twice, so that lists of what is different are shorter than any set. */
class Numbered {
  times = 0;
  /** Milliseconds; -Infinity where no time is known. */
  last = -Infinity;
  readonly #codes: string[] = [];
  /** Whether one of its messages has no reason because the log has no codes. */
  isWithoutCode = false;
  /** Keys of its addresses: the number itself, WhatsApp, … */
  readonly #people: number[] = [];
  #sid = '';
  #sidTime = -Infinity;
  /** One a list at most. */
  readonly #candidates: Candidate[] = [];

  see(count: number, time: number, from: HasSid, person: number): void {
    this.times += count;
    if (!this.#people.includes(person)) this.#people.push(person);
    const at = Number.isNaN(time) ? -Infinity : time;
    if (at > this.last) this.last = at;
    if (this.#sid !== '' && at < this.#sidTime) return;
    const found = from.sid();
    if (found === '' || (this.#sid !== '' && at === this.#sidTime && bySid(found, this.#sid) >= 0)) return;
    this.#sid = found;
    this.#sidTime = at;
  }

  /** @param last newest message that gives the reason, milliseconds; -Infinity where no time is known */
  propose(reason: Reason, last: number): void {
    const place = this.#candidates.findIndex((one) => one.reason.list === reason.list);
    const known = this.#candidates[place];
    const candidate = { reason, last };
    if (known === undefined) this.#candidates.push(candidate);
    else if (isBetter(candidate, known)) this.#candidates[place] = candidate;
  }

  failedWith(code: string): void {
    if (!this.#codes.includes(code)) this.#codes.push(code);
  }

  /** Why it is on its list; `undefined` where nothing is to be done about the number. */
  get chosen(): Reason | undefined {
    for (const id of precedence) {
      const found = this.#candidates.find(({ reason }) => reason.list === id);
      if (found !== undefined) return found.reason;
    }
    return undefined;
  }

  /** When one of its addresses was last reached, milliseconds. */
  reachedLast(of: (person: number) => number): number {
    let last = -Infinity;
    for (const person of this.#people) last = Math.max(last, of(person));
    return last;
  }

  entry(number: number, { reason, when }: Reason, reachedLast: number): ListedNumber {
    const lastSeen = isoTime(this.last);
    const reachedSince = lastSeen !== undefined && reachedLast > this.last ? isoTime(reachedLast) : undefined;
    const codes = this.#codes.sort();
    const { times } = this;
    // Its own lines and no spread of what may be absent: there may be a hundred thousand numbers.
    const entry: { -readonly [Name in keyof ListedNumber]: ListedNumber[Name] } =
      when === undefined
        ? { number: `+${String(number)}`, reason, codes, times }
        : { number: `+${String(number)}`, reason, when, codes, times };
    if (lastSeen !== undefined) entry.lastSeen = lastSeen;
    if (reachedSince !== undefined) entry.reachedSince = reachedSince;
    if (this.#sid !== '') entry.sid = this.#sid;
    return entry;
  }
}

const newNumbered = (): Numbered => new Numbered();

/** What acts of findings say about the numbers of their people. */
const listOfAct: Partial<Readonly<Record<Finding['action']['kind'], ListId>>> = { suppress: 'stop', 'phone-instead': 'phone' };

/** By person, the findings that list them, in the order of the report. */
function listedBy(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const people = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (listOfAct[finding.action.kind] === undefined) continue;
    for (const address of finding.action.list ?? [])
      entryOf(people, addressKey(parseAddress(address, { bareNanp: false })), () => []).push(finding);
  }
  return people;
}

/** What a finding says to do with messages that nothing is known against: wait, mend something first, ask. */
const placeOfAct: Partial<Readonly<Record<Finding['action']['kind'], Place>>> = {
  'ask-twilio': { list: 'ask-twilio' },
  wait: { list: 'resend', when: 'later' },
  'slow-down': { list: 'resend', when: 'later' },
  'fix-content': { list: 'resend', when: 'after-fix' },
  'fix-sender': { list: 'resend', when: 'after-fix' },
};

/** Whose failed messages and why: the finding that lists the person, else what the code forbids, else what the main finding says, else the code. */
function reasonOf(code: string, listing: readonly Finding[] | undefined, main: Finding | undefined, { codes }: Knowledge): Reason {
  const finding = listing?.find((one) => one.codes.includes(code));
  const list = finding === undefined ? undefined : listOfAct[finding.action.kind];
  if (finding !== undefined && list !== undefined) return { list, reason: finding.id };
  const byCode = { ...placeOfCode(codes[code]), reason: code };
  if (byCode.list !== 'resend' && byCode.list !== 'ask-twilio') return byCode;
  const byAct = main === undefined ? undefined : placeOfAct[main.action.kind];
  return main === undefined || byAct === undefined ? byCode : { ...byAct, reason: main.id };
}

interface Lists {
  readonly lists: Report['lists'];
  readonly notListed: NotListed;
  /** That a list was full. */
  readonly notices: readonly Notice[];
}

/**
 * The numbers to act on: who is to be texted no more, reached another way, sent the message again (and when) or never, asked Twilio
 * about. A number stands on one list, the first of `precedence` that one of its failed messages puts it on. An address that was
 * delivered to after a failure is not stopped or phoned for that failure.
 *
 * @param ownerOf number of the main finding of a failed message (findings/shared/run-rules.ts)
 * @param hasCodes whether the log has error codes: where it has none, a failure without one is nothing to ask Twilio about
 * @param most numbers that one list holds
 */
export function numberLists(
  index: LogIndex,
  knowledge: Knowledge,
  findings: readonly Finding[],
  ownerOf: (place: number) => number,
  hasCodes: boolean,
  most = MOST_NUMBERS,
): Lists {
  const numbers = new Map<number, Numbered>();
  const people = listedBy(findings);
  const delivered = index.get(reached);
  /** By number of the main finding and by code; no finding lists most people. */
  const unlisted = new Map<number, Map<string, Reason>>();
  const reasonFor = (code: string, listing: readonly Finding[] | undefined, owner: number): Reason => {
    const find = (): Reason => reasonOf(code, listing, findings[owner], knowledge);
    return listing === undefined
      ? entryOf(
          entryOf(unlisted, owner, () => new Map<string, Reason>()),
          code,
          find,
        )
      : find();
  };
  let withoutNumber = 0;
  for (const message of index.get(troubles)) {
    const { kind, time, personKey, phoneKey, place } = message;
    if (phoneKey === 0) {
      withoutNumber += 1;
      continue;
    }
    const numbered = entryOf(numbers, phoneKey, newNumbered);
    numbered.see(1, time, message, personKey);
    if (kind.code !== undefined) numbered.failedWith(kind.code);
    const reason = reasonFor(kind.code ?? '', people.get(personKey), ownerOf(place));
    const isReached = delivered.lastTime(personKey) > time;
    if (!hasCodes && reason.reason === '') {
      numbered.isWithoutCode = true;
      continue;
    }
    if (isReached && (reason.list === 'stop' || reason.list === 'phone')) continue;
    numbered.propose(reason, Number.isNaN(time) ? -Infinity : time);
  }
  const afterStop = findings.some(({ id }) => id === SENT_AFTER_STOP);
  if (afterStop) {
    for (const [{ person, address }, { count, last, newest }] of brokenSilences(
      index,
      thresholdOf(knowledge, SENT_AFTER_STOP, 'graceMinutes'),
    )) {
      const { digits } = parseAddress(address, { bareNanp: false });
      if (digits === 0) continue;
      const numbered = entryOf(numbers, digits, newNumbered);
      numbered.see(count, last, { sid: () => newest.sids[0] ?? '' }, person);
      numbered.propose({ list: 'stop', reason: SENT_AFTER_STOP }, last);
    }
  }
  return shared(numbers, { withoutNumber, afterStop, most, reachedLast: (person) => delivered.lastTime(person) });
}

interface Sharing {
  readonly withoutNumber: number;
  /** Whether messages accepted after STOP are counted. */
  readonly afterStop: boolean;
  readonly most: number;
  readonly reachedLast: (person: number) => number;
}

/** Each number on its list. */
function shared(numbers: ReadonlyMap<number, Numbered>, { withoutNumber, afterStop, most, reachedLast }: Sharing): Lists {
  const byList = new Map<ListId, ListedNumber[]>(listIds.map((id) => [id, []]));
  let reachedSince = 0;
  let withoutCode = 0;
  for (const [number, numbered] of numbers) {
    const { chosen } = numbered;
    if (chosen !== undefined) byList.get(chosen.list)?.push(numbered.entry(number, chosen, numbered.reachedLast(reachedLast)));
    else if (numbered.isWithoutCode) withoutCode += numbered.times;
    else reachedSince += numbered.times;
  }
  let left = 0;
  const list = (id: ListId): NumberList => {
    const all = (byList.get(id) ?? []).sort((a, b) => b.times - a.times || inOrder(a.number, b.number));
    const entries = all.slice(0, most);
    left += all.length - entries.length;
    return {
      numbers: entries.length,
      messages: entries.reduce((sum, { times }) => sum + times, 0),
      rows: rowsOfList(id, afterStop),
      entries,
    };
  };
  const lists: Report['lists'] = {
    stop: list('stop'),
    phone: list('phone'),
    resend: list('resend'),
    'never-resend': list('never-resend'),
    'ask-twilio': list('ask-twilio'),
  };
  const text = say`A list of numbers holds ${most} at most, those with the most failed messages; ${left} more numbers were left out. Read the log in parts to list them.`;
  return {
    lists,
    notListed: { reachedSince, withoutNumber, ...(withoutCode === 0 ? {} : { withoutCode }) },
    notices: left === 0 ? [] : [{ id: 'lists-capped', count: left, lines: [], text }],
  };
}

/** The messages that a list counts. */
function rowsOfList(listed: ListId, afterStop: boolean): Filter {
  const failed: Filter = { outcomes: ['failed', 'undelivered'] };
  return afterStop && listed === 'stop' ? { listed, any: [failed, { finding: SENT_AFTER_STOP }] } : { listed, ...failed };
}
