import { moment, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { countriesListed } from '../shared/listed.ts';
import { groupFigures, refusedBy, refusedGroup, subjectOf } from '../shared/refused-group.ts';

const CODES = ['21408'];

/** Countries that the account may not send to. Where messages arrived before, a switch was turned; where none ever did, the numbers may be wrong or unwanted. */
export const geoPermission = rule({
  id: 'geo-permission',
  codes: CODES,
  guide: 'geo-permission',
  needs: ['to', 'errorCode', 'status'],
  tables: [],
  limits: { minShare: 'share' },
  find(index, { limits, minHits }) {
    const { countries, standOut } = refusedBy('country', index, CODES, { least: minHits, minShare: limits.minShare });
    const group = refusedGroup(index, CODES, { countries });
    if (group.refused.count < minHits) return [];
    const { first, newest } = group.refused;
    const { failed, total, delivered } = groupFigures(group, { countries }, CODES, {
      refused: 'refused for the country',
      all: countries.length === 1 ? 'messages to this country' : 'messages to these countries',
    });
    const pattern = group.pattern;
    const rest = {
      'none-accepted': say`. None ever arrived there in this log`,
      'none-since': say`, and none was accepted since: the permission was taken away`,
      mixed: say`. Others were accepted in between`,
    }[pattern];
    return [
      {
        severity: !standOut ? 'low' : pattern === 'none-accepted' ? 'medium' : 'high',
        confidence: 'high',
        because: say`The code alone says that the account may not send to the country; whether it should, the log cannot know.`,
        sentence: say`The account may not send to ${countriesListed(countries)}: ${outOf(failed, total)} messages (${share(failed, total)}) were refused${first === Infinity ? '' : say`, the first on ${moment(first)}`}${rest}.`,
        affected: failed.value,
        recoverable: failed.value,
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
