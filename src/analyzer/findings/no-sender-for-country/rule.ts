import type { LogIndex } from '../../index/log-index.ts';
import { senderKind } from '../../message/sender-kind.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { countriesListed } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf } from '../shared/refused-group.ts';

/** No sender of the pool reaches the recipient; this sender does not reach it. */
const UNFIT = ['21703', '21612'];
const EMPTY = ['21704'];
/** Countries that take no name as sender. */
const NO_NAMES: ReadonlySet<string> = new Set(['US', 'CA', 'PR']);

function emptyPool(index: LogIndex): Found {
  const group = refusedGroup(index, EMPTY, {});
  const { first, newest } = group.refused;
  const { failed, total } = groupFigures(group, {}, EMPTY, { refused: 'refused for want of any sender', all: 'messages sent' });
  return {
    severity: 'critical',
    confidence: 'high',
    because: say`The code alone says that the Messaging Service has no sender at all.`,
    sentence: say`A Messaging Service has no sender in its pool: ${howMany(failed, 'message')} of ${total} failed for that${first === Infinity ? '' : say`, the first on ${moment(first)}`}.`,
    affected: failed.value,
    recoverable: failed.value,
    rows: failed.rows,
    subject: { case: 'empty pool' },
    since: first,
    evidence: [failed, total],
    codes: EMPTY,
    examples: newest.sids,
    action: { kind: 'fix-sender', list: null },
  };
}

function unfitSenders(index: LogIndex, minShare: number, minHits: number): Found {
  const least = { least: minHits, minShare };
  const { countries, standOut } = refusedBy('country', index, UNFIT, least);
  const group = refusedGroup(index, UNFIT, { countries });
  const { first, newest } = group.refused;
  const { failed, total, delivered } = groupFigures(group, { countries }, UNFIT, {
    refused: 'refused for want of a fitting sender',
    all: countries.length === 1 ? 'messages to this country' : 'messages to these countries',
  });
  const named = refusedBy('sender', index, UNFIT, least).senders.some((sender) => senderKind(sender) === 'alphanumeric');
  const rest = {
    'none-accepted': say``,
    'none-since': say`, and none was accepted since`,
    mixed: say`, while ${delivered} arrived`,
  }[group.pattern];
  return {
    severity: standOut ? 'high' : 'low',
    confidence: 'high',
    because: say`The code alone says that no sender that was tried reaches the recipient; a wrong country code in the number gives the same answer.`,
    sentence: say`No sender of yours reaches ${countriesListed(countries)}: ${outOf(failed, total)} messages (${share(failed, total)}) were refused${first === Infinity ? '' : say`, the first on ${moment(first)}`}${rest}.${named && countries.some((country) => NO_NAMES.has(country)) ? ' A name as sender never reaches the US or Canada.' : ''}`,
    affected: failed.value,
    recoverable: failed.value,
    rows: failed.rows,
    subject: subjectOf('country', countries),
    since: first,
    evidence: [failed, total, delivered],
    codes: group.codes,
    examples: newest.sids,
    action: { kind: 'fix-sender', list: null },
  };
}

/** Messages for which there was no sender: an empty pool, or none in it that the country takes. */
export const noSenderForCountry = rule({
  id: 'no-sender-for-country',
  codes: [...UNFIT, ...EMPTY],
  guide: 'no-sender-in-pool',
  needs: ['to', 'errorCode', 'status'],
  tables: [],
  limits: { minShare: 'share' },
  find(index, { limits, minHits }) {
    const hits = (codes: readonly string[]): number => refusedGroup(index, codes, {}).refused.count;
    return [
      ...(hits(EMPTY) >= minHits ? [emptyPool(index)] : []),
      ...(hits(UNFIT) >= minHits ? [unfitSenders(index, limits.minShare, minHits)] : []),
    ];
  },
});
