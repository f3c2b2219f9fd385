import { Newest } from '../../index/cells/newest.ts';
import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { routes } from '../../index/tables/routes.ts';
import { address, howMany, moment, say } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { failedWith } from '../shared/refused-people.ts';
import { TEST_SENDER, waiting } from '../shared/waiting.ts';

/** Trial accounts write to verified numbers, from a number, short texts, and so many of them. */
const CODES = ['21219', '21267', '21608', '30044', '30454', '572002', '572005', '572006'];

/** Failures with the codes of a trial, of all senders but the one for tests; by code. */
function refusedByTrial(index: LogIndex): ReadonlyMap<string, Tally> {
  const byCode = new Map<string, Tally>();
  for (const [sender, countries] of index.get(routes).senders) {
    if (sender === TEST_SENDER) continue;
    for (const { failures } of countries.values()) {
      for (const code of CODES) {
        const tally = failures.get(code);
        if (tally === undefined) continue;
        const sum = byCode.get(code) ?? new Tally();
        sum.merge(tally.save());
        byCode.set(code, sum);
      }
    }
  }
  return byCode;
}

function trialFinding(byCode: ReadonlyMap<string, Tally>): Found {
  const all = new Tally();
  for (const tally of byCode.values()) all.merge(tally.save());
  const rows = { ...failedWith(CODES), except: [{ senders: [TEST_SENDER] }] };
  const refused = { label: 'refused because of the trial', value: all.count, rows };
  const unverified = {
    label: 'to numbers that are not verified',
    value: byCode.get('21608')?.count ?? 0,
    rows: { ...rows, codes: ['21608'] },
  };
  return {
    severity: 'high',
    confidence: 'high',
    because: say`Only an account on trial, or one whose compliance profile is not approved, is given these codes.`,
    sentence: say`The account behaves like a trial: ${howMany(refused, 'message was', 'messages were')} refused for its limits${all.first === Infinity ? '' : say`, the first on ${moment(all.first)}`}${unverified.value === 0 ? '' : say`, ${unverified} of them because the recipient is not verified`}. An account whose compliance profile is not approved yet gets the same answer.`,
    affected: all.count,
    recoverable: all.count,
    rows,
    subject: {},
    since: all.first,
    evidence: [refused, unverified],
    codes: CODES.filter((code) => byCode.has(code)),
    examples: Newest.of([all.newest]),
    action: { kind: 'check', list: null },
  };
}

function testFinding(index: LogIndex): Found | undefined {
  const countries = index.get(routes).senders.get(TEST_SENDER);
  if (countries === undefined) return undefined;
  const rows = { direction: 'outbound', senders: [TEST_SENDER] } as const;
  const sent = [...countries.values()].reduce((sum, { counts }) => sum + counts.outbound, 0);
  const waits = [...index.get(waiting).groups].filter(({ name }) => name === TEST_SENDER).flatMap(({ slots }) => [...slots.values()]);
  const since = waits.reduce((least, { first }) => Math.min(least, first), Infinity);
  const messages = { label: 'from the test sender', value: sent, rows };
  return {
    severity: 'high',
    confidence: 'high',
    because: say`This number exists for test credentials alone.`,
    sentence: say`${howMany(messages, 'message')} came from ${address(TEST_SENDER)}, the sender of test credentials: ${sent === 1 ? 'it was' : 'they were'} accepted and never sent to anybody${since === Infinity ? '' : say`, the first on ${moment(since)}`}.`,
    affected: sent,
    recoverable: sent,
    rows,
    subject: { sender: TEST_SENDER },
    since,
    evidence: [messages],
    codes: [],
    examples: Newest.of(waits.map(({ newest }) => newest)),
    action: { kind: 'check', list: null },
  };
}

/** An account on trial, or test credentials: nothing is wrong with the messages, and none reaches a customer. */
export const trialOrTest = rule({
  id: 'trial-or-test',
  codes: CODES,
  guide: 'trial-account',
  needs: ['status'],
  tables: [waiting],
  limits: { minHits: 'count' },
  find(index, { limits, minHits }) {
    const least = Math.max(limits.minHits, minHits);
    const byCode = refusedByTrial(index);
    const refused = [...byCode.values()].reduce((sum, { count }) => sum + count, 0);
    const test = testFinding(index);
    return [...(refused >= least ? [trialFinding(byCode)] : []), ...(test !== undefined && test.affected >= least ? [test] : [])];
  },
});
