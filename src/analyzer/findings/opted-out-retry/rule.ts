import type { Figure } from '../../report/figure.ts';
import { howMany, moment, outOf, say, type Sentence } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { lacking, refusedOnList } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';
import { stops } from './stops-table.ts';

const ID = 'opted-out-retry';
const CODES = ['21610'];

const refusals = refusalsTable(ID, CODES);

/** How many people were blocked more than once, as the end of the sentence. */
function blockedAgain(again: number, people: Figure): Sentence {
  if (again === 0) return people.value === 1 ? say`.` : say`, each person once.`;
  return people.value === 1 ? say`, more than once.` : say`, ${outOf(again, people)} people more than once.`;
}

/**
 * Messages to people who opted out, again and again: the sending side does not keep the list. Whether a text still reached
 * someone after STOP is another finding.
 */
export const optedOutRetry = rule({
  id: ID,
  codes: CODES,
  guide: 'opted-out',
  needs: ['to', 'errorCode'],
  tables: [refusals, stops],
  limits: { minRefusals: 'count', minRepeatShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES);
    const { failures, since, examples } = summed(people, CODES);
    if (failures < Math.max(limits.minRefusals, minHits)) return [];
    const again = people.filter(({ count }) => count > 1);
    const repeated = again.reduce((sum, { count }) => sum + count, 0);
    // Most people blocked once: a list that lags behind, not a program that goes on.
    const isRetry = repeated >= failures * limits.minRepeatShare;
    const stopped = people.filter(({ key }) => index.get(stops).has(key)).map(({ person }) => person);
    const rows = refusedOnList(ID, CODES);
    const blocked = { label: 'messages blocked', value: failures, rows };
    const optedOut = { label: 'people who opted out', value: people.length, of: 'people', rows } as const;
    const seen = { label: 'whose STOP is in this log', value: stopped.length, of: 'people', rows: { ...rows, people: stopped } } as const;
    return [
      {
        severity: isRetry ? 'medium' : 'low',
        confidence: isRetry ? 'high' : 'medium',
        sentence: say`${howMany(blocked, 'message')} went to ${howMany(optedOut, 'person who has', 'people who have')} opted out and ${failures === 1 ? 'was' : 'were'} blocked${since === Infinity ? '' : say` since ${moment(since)}`}${blockedAgain(again.length, optedOut)}${stopped.length === 0 ? '' : say` The STOP of ${people.length === 1 ? 'that person' : outOf(seen, optedOut)} is in this log.`}${lacking(table)}`,
        affected: failures,
        recoverable: 0,
        rows,
        subject: { recipients: String(people.length) },
        since,
        evidence: [blocked, optedOut, seen],
        codes: CODES,
        examples,
        action: { kind: 'suppress', list: people.map(({ person }) => person) },
      },
    ];
  },
});
