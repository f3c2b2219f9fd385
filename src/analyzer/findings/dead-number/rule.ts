import { reached } from '../../index/tables/reached.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { lacking, noneDelivered, refusedOnList } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';

const ID = 'dead-number';
const CODES = ['30005'];
const HOUR_MS = 3_600_000;

const refusals = refusalsTable(ID, CODES);

/**
 * Numbers that nobody has: 30005 on several days and nothing delivered. Several refusals within hours may be one retry loop, also
 * across midnight; a number that took, read or wrote a message is somebody's.
 */
export const deadNumber = rule({
  id: ID,
  codes: CODES,
  guide: 'dead-number',
  needs: ['to', 'errorCode', 'sent'],
  tables: [refusals],
  limits: { minFailures: 'count', minDays: 'count', minHours: 'count' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const dead = refusalsBy(table, CODES).filter(
      ({ key, count, days, lasted }) =>
        count >= limits.minFailures && days >= limits.minDays && lasted >= limits.minHours * HOUR_MS && !index.get(reached).has(key),
    );
    const { failures, since, examples } = summed(dead, CODES);
    if (failures < minHits) return [];
    const rows = refusedOnList(ID, CODES);
    const numbers = { label: 'numbers refused on several days', value: dead.length, of: 'people', rows } as const;
    const messages = { label: 'messages to them refused', value: failures, rows };
    return [
      {
        severity: 'medium',
        confidence: 'high',
        sentence: say`${howMany(numbers, 'number does', 'numbers do')} not exist any more: ${howMany(messages, 'message')} to ${dead.length === 1 ? 'it' : 'them'} came back as unknown destination on ${limits.minDays} or more days${since === Infinity ? '' : say`, the first on ${moment(since)}`}, and none was delivered.${lacking(table)}`,
        affected: failures,
        recoverable: 0,
        rows,
        subject: { recipients: String(dead.length) },
        since,
        evidence: [numbers, messages, noneDelivered(ID)],
        codes: CODES,
        examples,
        action: { kind: 'suppress', list: dead.map(({ person }) => person) },
      },
    ];
  },
});
