import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { countriesListed, sendersSaid } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf } from '../shared/refused-group.ts';

/** The warning (30018) and the block (30040) of a missing registration, a restricted sender, a name that is general or not one's own. */
const CODES = ['30018', '30040', '30041', '30042', '21657', '21709'];

/** Senders, mostly names, that a country takes only when they are registered there. The code says so; a registration is for one country. */
export const senderIdUnregistered = rule({
  id: 'sender-id-unregistered',
  codes: CODES,
  guide: 'unregistered-sender',
  needs: ['from', 'to', 'errorCode', 'status'],
  tables: [],
  limits: { minShare: 'share' },
  find(index, { limits, minHits }) {
    const { senders, countries, standOut } = refusedBy('route', index, CODES, { least: minHits, minShare: limits.minShare });
    const group = refusedGroup(index, CODES, { senders, countries });
    if (group.refused.count < minHits) return [];
    const { first, newest } = group.refused;
    const { failed, total, delivered } = groupFigures(group, { senders, countries }, CODES, {
      refused: 'refused for the sender',
      all: 'messages of these senders to these countries',
    });
    const pattern = group.pattern;
    const rest = { 'none-accepted': '', 'none-since': ', and none was accepted since', mixed: '' } as const;
    return [
      {
        severity: standOut ? 'high' : 'low',
        confidence: 'high',
        because:
          pattern === 'mixed'
            ? say`The code alone says that the sender is not registered or not allowed there; carriers of one country may enforce it differently.`
            : say`The code alone says that the sender is not registered or not allowed there, and nothing got through after the first refusal.`,
        sentence: say`${countriesListed(countries)} ${countries.length === 1 ? 'does' : 'do'} not accept ${sendersSaid(senders)} as sender: ${outOf(failed, total)} messages (${share(failed, total)}) were refused${first === Infinity ? '' : say`, the first on ${moment(first)}`}${rest[pattern]}.`,
        affected: failed.value,
        recoverable: failed.value,
        rows: failed.rows,
        subject: { ...subjectOf('sender', senders), ...subjectOf('country', countries) },
        since: first,
        evidence: [failed, total, delivered],
        codes: group.codes,
        examples: newest.sids,
        action: { kind: 'fix-sender', list: senders },
      },
    ];
  },
});
