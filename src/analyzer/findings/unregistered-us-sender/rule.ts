import { Newest } from '../../index/cells/newest.ts';
import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { routes, type Route } from '../../index/tables/routes.ts';
import { inOrder } from '../../memory/in-order.ts';
import { senderKind } from '../../message/sender-kind.ts';
import type { Figure } from '../../report/figure.ts';
import type { Filter } from '../../report/filter.ts';
import { address, howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { failedWith } from '../shared/refused-people.ts';

const CODES = ['30033', '30034', '30035'];
/** Senders that get a finding of their own; a pool of hundreds would hide everything else. */
const OWN_FINDINGS = 5;

interface RefusedSender {
  readonly sender: string;
  readonly route: Route;
  readonly refused: Tally;
  readonly codes: readonly string[];
}

/** Outbound messages of some senders to the US. */
const toUs = (senders: readonly string[]): Filter => ({ direction: 'outbound', senders, countries: ['US'] });

function refusedSenders(index: LogIndex): readonly RefusedSender[] {
  const found: RefusedSender[] = [];
  for (const [sender, countries] of index.get(routes).senders) {
    const route = countries.get('US');
    if (route === undefined || !sender.startsWith('+1') || senderKind(sender) !== 'long-code') continue;
    const codes = CODES.filter((code) => route.failures.has(code));
    const refused = new Tally();
    for (const code of codes) refused.merge((route.failures.get(code) ?? new Tally()).save());
    if (refused.count > 0) found.push({ sender, route, refused, codes });
  }
  return found.sort((a, b) => b.refused.count - a.refused.count || inOrder(a.sender, b.sender));
}

type Pattern = 'suspended' | 'in-progress' | 'none-accepted' | 'none-since' | 'mixed';

/** What the codes say, and what else happened to the sender's US messages: nothing got through, nothing since the first refusal, or some did. */
function pattern({ route, refused, codes }: RefusedSender): Pattern {
  if (!codes.includes('30034')) return codes.includes('30033') ? 'suspended' : 'in-progress';
  if (route.counts.of('delivered') + route.counts.of('no-receipt') === 0) return 'none-accepted';
  return route.lastAccepted < refused.first ? 'none-since' : 'mixed';
}

/** How grave and how sure each pattern is, and why: only a sender that gets nothing through is lost for certain. */
const weights: Readonly<Record<Pattern, Pick<Found, 'severity' | 'confidence' | 'because'>>> = {
  'none-accepted': {
    severity: 'critical',
    confidence: 'high',
    because: say`The code alone says that the number is unregistered, and none of its messages to the US got through.`,
  },
  'none-since': {
    severity: 'critical',
    confidence: 'high',
    because: say`The code alone says that the number is unregistered, and nothing to the US got through after the first refusal.`,
  },
  mixed: {
    severity: 'high',
    confidence: 'medium',
    because: say`The code says unregistered, but other messages of the number were accepted in the same stretch of time.`,
  },
  suspended: {
    severity: 'critical',
    confidence: 'high',
    because: say`The code alone says that the campaign of this number is suspended; why, only Twilio can say.`,
  },
  'in-progress': {
    severity: 'high',
    confidence: 'high',
    because: say`The code alone says that a registration or a removal is under way.`,
  },
};

/** Refusals that are a sprinkling among accepted messages are told, and no more. */
const isFew = (refused: number, total: number, minShare: number): boolean => refused < total * minShare;

function ownFinding(found: RefusedSender, minShare: number): Found {
  const { sender, route, refused, codes } = found;
  const rows = { ...failedWith(CODES), ...toUs([sender]) };
  const failed = { label: 'refused as unregistered', value: refused.count, rows };
  const total = { label: 'messages of this sender to the US', value: route.counts.outbound, rows: toUs([sender]) };
  const delivered: Figure = {
    label: 'of these delivered',
    value: route.counts.of('delivered'),
    rows: { ...toUs([sender]), outcomes: ['delivered'] },
  };
  const kind = pattern(found);
  const begun = refused.first === Infinity ? '' : say`, the first on ${moment(refused.first)}`;
  const much = failed.value === total.value ? say`all ${total}` : say`${outOf(failed, total)} (${share(failed, total)})`;
  const who = address(sender);
  const sentence = {
    'none-accepted': say`${who} is not in an approved A2P 10DLC campaign: ${much} of its messages to the US were refused${begun}.`,
    'none-since': say`${who} is not in an approved A2P 10DLC campaign: ${much} of its messages to the US were refused${begun}, and none was accepted since.`,
    mixed: say`Some messages of ${who} to the US were refused as unregistered: ${much}${begun}. Others were accepted in between, so its registration may have changed, or several programs may use the number.`,
    suspended: say`The A2P 10DLC campaign of ${who} is suspended: ${much} of its messages to the US were refused for that${begun}.`,
    'in-progress': say`The A2P 10DLC registration of ${who} is still in progress: ${much} of its messages to the US were refused for that${begun}.`,
  }[kind];
  return {
    ...weights[kind],
    ...((kind === 'mixed' || kind === 'suspended') && isFew(refused.count, route.counts.outbound, minShare) ? { severity: 'low' } : {}),
    sentence,
    affected: refused.count,
    recoverable: refused.count,
    rows,
    subject: { sender },
    since: refused.first,
    evidence: [failed, total, delivered],
    codes,
    examples: refused.newest.sids,
    action: kind === 'suspended' ? { kind: 'ask-twilio', list: null } : { kind: 'fix-sender', list: [sender] },
  };
}

/** All senders without a finding of their own; `isRest` when others have one. */
function poolFinding(senders: readonly RefusedSender[], isRest: boolean, minShare: number): Found {
  const refused = new Tally();
  for (const one of senders) refused.merge(one.refused.save());
  const names = senders.map(({ sender }) => sender);
  const rows = { ...failedWith(CODES), ...toUs(names) };
  const failed = { label: 'refused as unregistered', value: refused.count, rows };
  const total = {
    label: 'messages of these senders to the US',
    value: senders.reduce((sum, { route }) => sum + route.counts.outbound, 0),
    rows: toUs(names),
  };
  const pool = { label: 'senders', value: senders.length, of: 'senders', rows } as const;
  return {
    severity: isFew(failed.value, total.value, minShare) ? 'low' : 'high',
    confidence: 'medium',
    because: say`The codes speak of the registration, but each of these senders met it too seldom to be judged alone.`,
    sentence: say`${howMany(pool, isRest ? 'more sender' : 'sender')} had messages to the US refused for their registration or its campaign: ${outOf(failed, total)} (${share(failed, total)})${refused.first === Infinity ? '' : say`, the first on ${moment(refused.first)}`}.`,
    affected: refused.count,
    recoverable: refused.count,
    rows,
    subject: { senders: String(senders.length) },
    isRemainder: true,
    since: refused.first,
    evidence: [failed, total, pool],
    codes: CODES.filter((code) => senders.some(({ codes }) => codes.includes(code))),
    examples: Newest.of(senders.map((one) => one.refused.newest)),
    action: { kind: 'fix-sender', list: names },
  };
}

/**
 * US long codes whose messages to the US are refused for want of an A2P 10DLC campaign. 30034 among accepted messages is weaker
 * than 30034 alone, 30035 is a registration under way, 30033 a campaign that is suspended. Canada shares +1: the recipient's area code decides.
 */
export const unregisteredUsSender = rule({
  id: 'unregistered-us-sender',
  codes: CODES,
  guide: 'unregistered-us',
  needs: ['from', 'to', 'errorCode', 'status'],
  tables: [],
  limits: { minHits: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const least = Math.max(minHits, limits.minHits);
    const senders = refusedSenders(index);
    const own = senders.filter(({ refused }) => refused.count >= least).slice(0, OWN_FINDINGS);
    const rest = senders.filter((one) => !own.includes(one));
    const restRefused = rest.reduce((sum, { refused }) => sum + refused.count, 0);
    return [
      ...own.map((one) => ownFinding(one, limits.minShare)),
      ...(restRefused >= least ? [poolFinding(rest, own.length > 0, limits.minShare)] : []),
    ];
  },
});
