import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { countriesListed } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf, type RefusedGroup } from '../shared/refused-group.ts';

const CODES = ['30450', '30453', '30485'];
const MINUTE_MS = 60_000;

type State = 'recovered' | 'blocked' | 'intermittent';

/**
 * How a block stands at the end of the log.
 *
 * @param clock newest time of the log
 */
function stateOf(
  group: RefusedGroup,
  clock: number,
  limits: Readonly<Record<'recoveredMinutes' | 'spanMinutes' | 'minBlockedShare', number>>,
): State {
  const { first, last, count } = group.refused;
  const isOver = clock - last >= limits.recoveredMinutes * MINUTE_MS && last - first <= limits.spanMinutes * MINUTE_MS;
  if (group.pattern !== 'mixed') return 'blocked';
  if (isOver) return 'recovered';
  return count >= group.counts.outbound * limits.minBlockedShare ? 'blocked' : 'intermittent';
}

/** Messages that Twilio stopped as suspected fraud, by country: still blocked, on and off, or over. */
export const pumpingBlock = rule({
  id: 'pumping-block',
  codes: CODES,
  guide: 'pumping-block',
  needs: ['to', 'errorCode', 'status'],
  tables: [],
  limits: { recoveredMinutes: 'count', spanMinutes: 'count', minBlockedShare: 'share', minShare: 'share' },
  find(index, { limits, minHits }) {
    const { countries, standOut } = refusedBy('country', index, CODES, { least: minHits, minShare: limits.minShare });
    const group = refusedGroup(index, CODES, { countries });
    if (group.refused.count < minHits) return [];
    const { first, last, newest } = group.refused;
    const { failed, total, delivered } = groupFigures(group, { countries }, CODES, {
      refused: 'stopped as suspected fraud',
      all: countries.length === 1 ? 'messages to this country' : 'messages to these countries',
    });
    const state = stateOf(group, index.clock, limits);
    const ends = {
      recovered: last === -Infinity ? say`` : say`, the last on ${moment(last)}; later messages were accepted`,
      blocked: say`, and the block held to the end of this log`,
      intermittent: say`, on and off`,
    }[state];
    return [
      {
        severity: !standOut ? 'low' : state === 'blocked' ? 'high' : 'medium',
        confidence: 'high',
        because: say`The code alone says that Twilio took the messages for fraud; whether it was right, only your own sign-ups show.`,
        sentence: say`Twilio stopped ${outOf(failed, total)} messages to ${countriesListed(countries)} (${share(failed, total)}) as suspected SMS pumping${first === Infinity ? '' : say`, the first on ${moment(first)}`}${ends}.`,
        affected: failed.value,
        recoverable: 0,
        rows: failed.rows,
        subject: subjectOf('country', countries),
        since: first,
        evidence: [failed, total, delivered],
        codes: group.codes,
        examples: newest.sids,
        action: { kind: 'check', list: null },
      },
    ];
  },
});
