import { reached } from '../../index/tables/reached.ts';
import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { noneDelivered } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { isMuch } from '../shared/size.ts';
import { NO_WAY, uncarriedShortCodes } from './short-code.ts';

const ID = 'landline';
const CODES = [NO_WAY, '21614', '21635'];

const refusals = refusalsTable(ID, CODES);

/** Numbers that cannot take texts: refused as landline at least twice, nothing delivered; and short codes that a network does not carry. */
export const landline = rule({
  id: ID,
  codes: CODES,
  guide: 'landline',
  needs: ['to', 'errorCode'],
  tables: [refusals],
  limits: { minRefusals: 'count', minMessages: 'count', minShare: 'share', minShortCodePeople: 'count' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES).filter(({ key, count }) => count >= limits.minRefusals && !index.get(reached).has(key));
    const failures = people.reduce((sum, { count }) => sum + count, 0);
    const listed = peopleFinding(
      { id: ID, codes: CODES, table, people, least: minHits },
      {
        severity: isMuch(failures, index, limits) ? 'medium' : 'low',
        confidence: 'medium',
        because: say`The same answer ${limits.minRefusals} times or more, and never a delivery; but a log shows no type of line, and a carrier that does not take this kind of sender gives the same answer.`,
        label: `numbers refused ${String(limits.minRefusals)} times or more`,
        sentence: ({ people: numbers, messages, begun }) =>
          say`${howMany(numbers, 'number takes', 'numbers take')} no texts: ${howMany(messages, 'message')} to ${numbers.value === 1 ? 'it' : 'them'} were refused as landline or unreachable carrier${begun}, and none was delivered.`,
        evidence: () => [noneDelivered(ID)],
        action: 'phone-instead',
      },
    );
    return [...listed, ...uncarriedShortCodes(index, table, Math.max(minHits, limits.minShortCodePeople), limits)];
  },
});
