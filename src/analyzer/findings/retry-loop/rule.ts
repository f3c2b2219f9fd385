import { reached } from '../../index/tables/reached.ts';
import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { noneDelivered } from '../shared/refused-people.ts';
import { refusedGroup } from '../shared/refused-group.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';

const ID = 'retry-loop';
const CODES = ['21211', '21614', '21635', '30005', '30006'];

const refusals = refusalsTable(ID, CODES);

/**
 * A program that tries a number again and again within hours, though the code says that it will never work. One try a day is a list that
 * nobody cleans, which other findings name.
 */
export const retryLoop = rule({
  id: ID,
  codes: CODES,
  guide: 'same-recipients',
  needs: ['to', 'errorCode', 'sent'],
  tables: [refusals],
  limits: { minAttempts: 'count', minInAll: 'count', manyAttempts: 'count', manyInAll: 'count', minMessages: 'count' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES).filter(
      ({ key, count, days }) => count >= limits.minAttempts * Math.max(1, days) && !index.get(reached).has(key),
    );
    const attempts = people.reduce((sum, { count }) => sum + count, 0);
    const most = people[0]?.count ?? 0;
    const isMost = attempts * 2 > refusedGroup(index, CODES, {}).refused.count;
    const isGrave = attempts >= people.length * limits.manyAttempts && (isMost || attempts >= limits.manyInAll);
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: Math.max(minHits, limits.minInAll) },
      {
        severity: people.length === 1 && attempts < limits.minMessages ? 'low' : isGrave ? 'high' : 'medium',
        confidence: 'medium',
        because: say`Each code says that the number cannot get texts, and the tries follow each other too fast for a person to have sent them.`,
        label: 'numbers tried again and again',
        messages: 'attempts to them',
        sentence: ({ people: numbers, messages, begun }) =>
          say`A program tries ${howMany(numbers, 'number')} again and again though the answer is final: ${howMany(messages, 'attempt')}${begun}, up to ${howMany(most, 'attempt')} for one number, and none was delivered.`,
        evidence: () => [noneDelivered(ID)],
        action: 'suppress',
      },
      // Whom the program tries first is where it began, however many more it tries later.
    ).map((found) => ({ ...found, isSinceExact: true }));
  },
});
