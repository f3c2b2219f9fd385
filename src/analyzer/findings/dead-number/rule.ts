import { reached } from '../../index/tables/reached.ts';
import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { noneDelivered } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { isMuch } from '../shared/size.ts';

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
  limits: { minFailures: 'count', minDays: 'count', minHours: 'count', minMessages: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES).filter(
      ({ key, count, days, lasted }) =>
        count >= limits.minFailures && days >= limits.minDays && lasted >= limits.minHours * HOUR_MS && !index.get(reached).has(key),
    );
    const failures = people.reduce((sum, { count }) => sum + count, 0);
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: minHits },
      {
        severity: isMuch(failures, index, limits) ? 'medium' : 'low',
        confidence: 'high',
        because: say`One unknown destination may be a phone that is off; the same answer on ${limits.minDays} or more days, at least ${howMany(limits.minHours, 'hour')} apart, without a delivery in between, is a number that nobody has.`,
        label: 'numbers refused on several days',
        sentence: ({ people: numbers, messages, begun }) =>
          say`${howMany(numbers, 'number does', 'numbers do')} not exist any more: ${howMany(messages, 'message')} to ${numbers.value === 1 ? 'it' : 'them'} came back as unknown destination on ${limits.minDays} or more days${begun}, and none was delivered.`,
        evidence: () => [noneDelivered(ID)],
        action: 'suppress',
      },
    );
  },
});
