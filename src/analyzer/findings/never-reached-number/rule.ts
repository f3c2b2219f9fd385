import { reached } from '../../index/tables/reached.ts';
import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { noneDelivered } from '../shared/refused-people.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { isMuch } from '../shared/size.ts';
import { UNREACHABLE, unreachable } from '../shared/unreachable.ts';

const CODES = [UNREACHABLE];
const ID = 'never-reached-number';

/**
 * People who were unreachable at least twice and never reached: a landline, an unused number, or somebody who blocks the sender. Who was
 * reached once is left out: that phone is off from time to time.
 */
export const neverReachedNumber = rule({
  id: ID,
  codes: CODES,
  guide: 'never-reached',
  needs: ['to', 'errorCode'],
  tables: [unreachable],
  limits: { minFailures: 'count', minMessages: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const table = index.get(unreachable);
    const people = refusalsBy(table, CODES).filter(({ key, count }) => count >= limits.minFailures && !index.get(reached).has(key));
    const failures = people.reduce((sum, { count }) => sum + count, 0);
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: minHits },
      {
        severity: isMuch(failures, index, limits) ? 'medium' : 'low',
        confidence: 'medium',
        because: say`Unreachable ${howMany(limits.minFailures, 'time')} or more and never reached is rarely a phone that is off; but a log shows neither the type of line nor whether a carrier blocks the sender.`,
        label: `people unreachable ${String(limits.minFailures)} times or more`,
        messages: 'messages to them that did not arrive',
        sentence: ({ people: numbers, messages, begun }) =>
          say`${howMany(numbers, 'number was', 'numbers were')} never reached: ${howMany(messages, 'message')} to ${numbers.value === 1 ? 'it' : 'them'} ended as unreachable${begun}, and none was delivered.`,
        evidence: () => [noneDelivered(ID)],
        action: 'suppress',
      },
    );
  },
});
