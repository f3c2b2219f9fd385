import type { LogIndex } from '../../index/log-index.ts';
import type { Figure } from '../../report/figure.ts';
import { address, howMany, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf, type Outbreak } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { failedWith } from '../shared/refused-people.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { bySender, senderNames } from '../shared/senders.ts';
import { during, SLOT_MS, isIn } from '../shared/slots.ts';

const ID = 'rate-exceeded';
const CODES = ['14107', '20429', '30022', '63017', '63018', '63038'];

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });
const people = refusalsTable(ID, CODES);

/** The quarter of an hour of the outbreak in which most was sent. */
function busiest(index: LogIndex, { names, stretches }: Outbreak): Figure | undefined {
  let best: readonly [slot: number, messages: number] = [0, 0];
  for (const [slot, [messages]] of index.get(senderPace).of(names.length === 0 ? undefined : names)) {
    if (!isIn(slot, stretches) || slot === 0) continue;
    if (messages > best[1] || (messages === best[1] && slot < best[0])) best = [slot, messages];
  }
  const [slot, messages] = best;
  if (messages === 0) return undefined;
  const rows = { direction: 'outbound', ...(names.length === 0 ? {} : bySender(names)), ...during([{ from: slot, to: slot }]) } as const;
  return { label: `messages in the busiest ${String(SLOT_MS / 60_000)} minutes`, value: messages, rows };
}

/** Messages refused because too many came at once: to a carrier, a channel or the API; or too many to one person, which is a loop. */
export const rateExceeded = rule({
  id: ID,
  codes: CODES,
  guide: 'sending-too-fast',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace, people],
  limits: { minRefused: 'count', minShare: 'share', minToOne: 'count', onePersonShare: 'share' },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    if (found === undefined) return [];
    const { names, total, begun, isThin } = found;
    const table = index.get(people);
    const by = refusalsBy(table, CODES);
    const all = by.reduce((sum, { count }) => sum + count, 0);
    const [most] = by;
    const action = { kind: 'slow-down', list: null } as const;
    if (most !== undefined && most.count >= limits.minToOne && most.count >= all * limits.onePersonShare) {
      const one = {
        label: 'of the refused to one recipient',
        value: most.count,
        rows: { ...failedWith(CODES), people: [most.person] },
      };
      return [
        outbreakFinding(found, {
          label: 'refused for the rate',
          severity: 'high',
          because: say`The code says that too much came at once, and most of it went to one recipient: a loop, not a campaign.`,
          sentence: (failed) =>
            say`Too much was sent to one recipient: ${outOf(failed, total)} messages of ${senderNames(names)}${isThin ? '' : ' in the same hours'} were refused for the rate${begun}, and ${one} refusals name ${address(most.person)}.`,
          evidence: [one],
          subject: { recipient: most.person },
          action,
        }),
      ];
    }
    const peak = busiest(index, found);
    const pace = peak === undefined ? '' : say` The busiest ${SLOT_MS / 60_000} minutes hold ${howMany(peak, 'message')}.`;
    return [
      outbreakFinding(found, {
        label: 'refused for the rate',
        severity: 'high',
        because: say`The code alone says that messages came faster than the carrier, the channel or the account allows; the allowed rate is in no log.`,
        sentence: (failed) =>
          say`Messages of ${senderNames(names)} were sent faster than is allowed: ${outOf(failed, total)}${isThin ? '' : ' in the same hours'} (${share(failed, total)}) were refused${begun}.${pace}`,
        evidence: peak === undefined ? [] : [peak],
        action,
      }),
    ];
  },
});
