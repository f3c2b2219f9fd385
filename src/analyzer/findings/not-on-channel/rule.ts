import { reached } from '../../index/tables/reached.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { lacking, noneDelivered, refusedOnList } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy, summed } from '../shared/refusals.ts';

const ID = 'not-on-channel';
const CODES = ['63003', '63024'];

const refusals = refusalsTable(ID, CODES);

/**
 * People whom WhatsApp or another channel does not know under this address: refused for that, and no message of the channel ever
 * arrived. Whoever was reached there before has an app that is out of date or terms to accept, which is another matter.
 */
export const notOnChannel = rule({
  id: ID,
  codes: CODES,
  guide: 'not-on-channel',
  needs: ['to', 'errorCode'],
  tables: [refusals],
  limits: {},
  find(index, { minHits }) {
    const table = index.get(refusals);
    const strangers = refusalsBy(table, CODES).filter(({ key }) => !index.get(reached).has(key));
    const { failures, since, codes, examples } = summed(strangers, CODES);
    if (failures < minHits) return [];
    const rows = refusedOnList(ID, CODES);
    const people = { label: 'people the channel does not know', value: strangers.length, of: 'people', rows } as const;
    const messages = { label: 'messages to them refused', value: failures, rows };
    return [
      {
        severity: 'medium',
        confidence: 'high',
        sentence: say`${howMany(people, 'person', 'people')} cannot be reached on WhatsApp or the channel that was used: ${howMany(messages, 'message')} to ${strangers.length === 1 ? 'this address' : 'these addresses'} came back as unknown there${since === Infinity ? '' : say`, the first on ${moment(since)}`}, and none was delivered. A text message may still reach them.${lacking(table)}`,
        affected: failures,
        recoverable: 0,
        rows,
        subject: { recipients: String(strangers.length) },
        since,
        evidence: [people, messages, noneDelivered(ID)],
        codes,
        examples,
        action: { kind: 'fix-list', list: strangers.map(({ person }) => person) },
      },
    ];
  },
});
