import type { LogIndex } from '../../index/log-index.ts';
import { Newest } from '../../index/cells/newest.ts';
import type { Route } from '../../index/tables/routes.ts';
import { Tally } from '../../index/cells/tally.ts';
import type { Finding } from '../../report/report.ts';
import { senderKind } from '../../message/sender-kind.ts';
import type { Rule } from '../rule.ts';
import { address, howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { isoTime } from '../../words/moment.ts';

const CODES = ['30034', '30035'];
/** Senders that get a finding of their own; a pool of hundreds would hide everything else. */
const OWN_FINDINGS = 5;

interface RefusedSender {
  readonly sender: string;
  readonly route: Route;
  readonly refused: Tally;
  readonly codes: readonly string[];
}

function refusedSenders({ routes }: LogIndex): readonly RefusedSender[] {
  const found: RefusedSender[] = [];
  for (const [sender, countries] of routes.senders) {
    const route = countries.get('US');
    if (route === undefined || !sender.startsWith('+1') || senderKind(sender) !== 'long-code') continue;
    const codes = CODES.filter((code) => route.failures.has(code));
    const refused = new Tally();
    for (const code of codes) refused.merge(route.failures.get(code) ?? new Tally());
    if (refused.count > 0) found.push({ sender, route, refused, codes });
  }
  return found.sort((a, b) => b.refused.count - a.refused.count || (a.sender < b.sender ? -1 : 1));
}

type Pattern = 'in-progress' | 'none-accepted' | 'none-since' | 'mixed';

/** What the codes say, and what else happened to the sender's US messages: nothing got through, nothing since the first refusal, or some did. */
function pattern({ route, refused, codes }: RefusedSender): Pattern {
  if (!codes.includes('30034')) return 'in-progress';
  if (route.counts.of('delivered') + route.counts.of('no-receipt') === 0) return 'none-accepted';
  return route.lastAccepted < refused.first ? 'none-since' : 'mixed';
}

/** How grave and how sure each pattern is: only a sender that gets nothing through is lost for certain. */
const weights: Readonly<Record<Pattern, Pick<Finding, 'severity' | 'confidence'>>> = {
  'none-accepted': { severity: 'critical', confidence: 'high' },
  'none-since': { severity: 'critical', confidence: 'high' },
  mixed: { severity: 'high', confidence: 'medium' },
  'in-progress': { severity: 'high', confidence: 'high' },
};

function ownFinding(found: RefusedSender): Finding {
  const { sender, route, refused, codes } = found;
  const failed = { label: 'refused as unregistered', value: refused.count };
  const total = { label: 'messages of this sender to the US', value: route.counts.outbound };
  const since = isoTime(refused.first);
  const kind = pattern(found);
  const begun = since === undefined ? '' : say`, the first on ${moment(refused.first)}`;
  const much = failed.value === total.value ? say`all ${total}` : say`${outOf(failed, total)} (${share(failed, total)})`;
  const who = address(sender);
  const sentence = {
    'none-accepted': say`${who} is not in an approved A2P 10DLC campaign: ${much} of its messages to the US were refused${begun}.`,
    'none-since': say`${who} is not in an approved A2P 10DLC campaign: ${much} of its messages to the US were refused${begun}, and none was accepted since.`,
    mixed: say`Some messages of ${who} to the US were refused as unregistered: ${much}${begun}. Others were accepted in between, so its registration may have changed, or several programs may use the number.`,
    'in-progress': say`The A2P 10DLC registration of ${who} is still in progress: ${much} of its messages to the US were refused for that${begun}.`,
  }[kind];
  return {
    id: 'unregistered-us-sender',
    ...weights[kind],
    sentence,
    affected: refused.count,
    recoverable: refused.count,
    subject: { sender },
    ...(since === undefined ? {} : { since }),
    evidence: [failed, total, { label: 'of these delivered', value: route.counts.of('delivered') }],
    codes,
    guide: 'unregistered-us',
    examples: refused.newest.sids,
    action: { kind: 'fix-sender', list: [sender] },
  };
}

/** All senders without a finding of their own; `isRest` when others have one. */
function poolFinding(senders: readonly RefusedSender[], isRest: boolean): Finding {
  const refused = new Tally();
  for (const one of senders) refused.merge(one.refused);
  const failed = { label: 'refused as unregistered', value: refused.count };
  const total = {
    label: 'messages of these senders to the US',
    value: senders.reduce((sum, { route }) => sum + route.counts.outbound, 0),
  };
  const pool = { label: 'senders', value: senders.length };
  const since = isoTime(refused.first);
  return {
    id: 'unregistered-us-sender',
    severity: 'high',
    confidence: 'medium',
    sentence: say`${howMany(pool, isRest ? 'more sender' : 'sender')} had messages to the US refused as unregistered or not yet registered: ${outOf(failed, total)} (${share(failed, total)})${since === undefined ? '' : say`, the first on ${moment(refused.first)}`}.`,
    affected: refused.count,
    recoverable: refused.count,
    subject: { senders: String(senders.length) },
    ...(since === undefined ? {} : { since }),
    evidence: [failed, total, pool],
    codes: CODES.filter((code) => senders.some(({ codes }) => codes.includes(code))),
    guide: 'unregistered-us',
    examples: Newest.of(senders.map((one) => one.refused.newest)),
    action: { kind: 'fix-sender', list: senders.map(({ sender }) => sender) },
  };
}

/**
 * US long codes whose messages to the US are refused for want of an A2P 10DLC campaign. Rule H13 of
 * research/peers-and-rules.md; 30034 among accepted messages is weaker than
 * 30034 alone, and 30035 is a registration under way. Canada shares +1: the recipient's area code decides.
 */
export const unregisteredUsSender: Rule = {
  id: 'unregistered-us-sender',
  codes: CODES,
  guide: 'unregistered-us',
  find(index, { knowledge }) {
    const { general, 'unregistered-us-sender': limits } = knowledge.thresholds;
    const least = Math.max(general.minHits, limits.minHits);
    const senders = refusedSenders(index);
    const own = senders.filter(({ refused }) => refused.count >= least).slice(0, OWN_FINDINGS);
    const rest = senders.filter((one) => !own.includes(one));
    const restRefused = rest.reduce((sum, { refused }) => sum + refused.count, 0);
    return [...own.map((one) => ownFinding(one)), ...(restRefused >= least ? [poolFinding(rest, own.length > 0)] : [])];
  },
};
