import { reached } from '../../index/tables/reached.ts';
import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { noneDelivered } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { isMuch } from '../shared/size.ts';

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
  limits: { minMessages: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES).filter(({ key }) => !index.get(reached).has(key));
    const failures = people.reduce((sum, { count }) => sum + count, 0);
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: minHits },
      {
        severity: isMuch(failures, index, limits) ? 'medium' : 'low',
        confidence: 'high',
        because: say`The code alone says that the channel does not know the address, and nothing on that channel ever reached these people.`,
        label: 'people the channel does not know',
        sentence: ({ people: strangers, messages, begun }) =>
          say`${howMany(strangers, 'person', 'people')} cannot be reached on WhatsApp or the channel that was used: ${howMany(messages, 'message')} to ${strangers.value === 1 ? 'this address' : 'these addresses'} came back as unknown there${begun}, and none was delivered. A text message may still reach them.`,
        evidence: () => [noneDelivered(ID)],
        action: 'fix-list',
      },
    );
  },
});
