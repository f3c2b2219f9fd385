import type { LogIndex } from '../../index/log-index.ts';
import { UNKNOWN_COUNTRY } from '../../message/country.ts';
import { ours, outOf, say, share } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf, type Outbreak } from '../shared/outbreak.ts';
import { countryPace } from '../shared/pace-table.ts';
import { isIn, NO_SLOT, SLOT_MS } from '../shared/slots.ts';

const ID = 'carrier-incident';
const CODES = ['30008', '30017', '30410'];
const HOUR_MS = 3_600_000;

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ country }) => country });

/** Messages to the same country at other times, and to other countries. */
function others(index: LogIndex, { names, stretches }: Outbreak): { readonly before: number; readonly elsewhere: number } {
  const pace = index.get(countryPace);
  let before = 0;
  let elsewhere = 0;
  for (const [slot, [messages]] of pace.of(names)) {
    elsewhere -= messages;
    if (!isIn(slot, stretches)) before += messages;
  }
  for (const [messages] of pace.of().values()) elsewhere += messages;
  return { before, elsewhere };
}

/**
 * Carriers or providers in trouble: codes that name no other cause, in one country and a few hours, while the same country was fine at
 * other times and others were fine meanwhile. A country that is always so, and a rise everywhere, are something else.
 */
export const carrierIncident = rule({
  id: ID,
  codes: CODES,
  guide: 'incident',
  needs: ['errorCode', 'status', 'to', 'sent'],
  tables: [refusals, countryPace],
  limits: { minRefused: 'count', minShare: 'share', mostHours: 'count', minOthers: 'count' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: countryPace, codes: CODES, where: (countries: readonly string[]) => ({ countries }) };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    if (found === undefined || found.isThin) return [];
    const { names, total, begun, stretches } = found;
    const [country = UNKNOWN_COUNTRY] = names;
    if (names.length !== 1 || country === UNKNOWN_COUNTRY || stretches.some(({ from }) => from === NO_SLOT)) return [];
    // From the first of them to the last: stretches all over the log are no event of some hours.
    const hours = (((stretches.at(-1)?.to ?? 0) + 1 - (stretches[0]?.from ?? 0)) * SLOT_MS) / HOUR_MS;
    const { before, elsewhere } = others(index, found);
    if (hours > limits.mostHours || before < limits.minOthers || elsewhere < limits.minOthers) return [];
    return [
      {
        ...outbreakFinding(found, {
          label: 'failed for reasons of the network',
          severity: 'high',
          because: say`The same country was fine at other times of this log and other countries meanwhile; the log names no carrier, so the status page has to confirm it.`,
          sentence: (failed) =>
            say`A network in ${ours(countryWithCode(country))} seems to have had trouble: ${outOf(failed, total)} messages in the same hours (${share(failed, total)}) failed for reasons that neither text nor recipient explain${begun}.`,
          subject: { country },
          action: { kind: 'wait', list: null },
        }),
        confidence: 'medium',
      },
    ];
  },
});
