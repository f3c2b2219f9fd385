import { reached } from '../../index/tables/reached.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { lacking, noneDelivered, refusedOnList } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';

const ID = 'landline';
const CODES = ['30006', '21614', '21635'];

const refusals = refusalsTable(ID, CODES);

/** Numbers that cannot take texts: refused as landline at least twice, nothing delivered. */
export const landline = rule({
  id: ID,
  codes: CODES,
  guide: 'landline',
  needs: ['to', 'errorCode'],
  tables: [refusals],
  limits: { minRefusals: 'count' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const deaf = refusalsBy(table, CODES).filter(({ key, count }) => count >= limits.minRefusals && !index.get(reached).has(key));
    const { failures, since, codes, examples } = summed(deaf, CODES);
    if (failures < minHits) return [];
    const rows = refusedOnList(ID, CODES);
    const numbers = {
      label: `numbers refused ${String(limits.minRefusals)} times or more`,
      value: deaf.length,
      of: 'people',
      rows,
    } as const;
    const messages = { label: 'messages to them refused', value: failures, rows };
    return [
      {
        severity: 'medium',
        confidence: 'medium',
        sentence: say`${howMany(numbers, 'number takes', 'numbers take')} no texts: ${howMany(messages, 'message')} to ${deaf.length === 1 ? 'it' : 'them'} ${failures === 1 ? 'was' : 'were'} refused as landline or unreachable carrier${since === Infinity ? '' : say` since ${moment(since)}`}, and none was delivered.${lacking(table)}`,
        affected: failures,
        recoverable: 0,
        rows,
        subject: { recipients: String(deaf.length) },
        since,
        evidence: [numbers, messages, noneDelivered(ID)],
        codes,
        examples,
        action: { kind: 'phone-instead', list: deaf.map(({ person }) => person) },
      },
    ];
  },
});
