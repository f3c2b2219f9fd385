import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { reached } from '../../index/tables/reached.ts';
import { sample } from '../../index/tables/sample.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { senderKind } from '../../message/sender-kind.ts';
import type { Filter } from '../../report/filter.ts';
import { address, howMany, moment, say } from '../../report/sentence.ts';
import type { Found } from '../rule.ts';
import { failedWith } from '../shared/refused-people.ts';
import type { RefusalsTable } from '../shared/refusals-table.ts';
import { isMuch, type Much } from '../shared/size.ts';

/** "Landline or unreachable carrier": of a short code it may be the second. */
export const NO_WAY = '30006';

/** Pairs of a short code and a person whom another sender reaches and this one never did, with the refusals. */
function unreachedBy(index: LogIndex): ReadonlyMap<string, ReadonlyMap<number, Tally>> {
  const senders = new Map<string, Map<number, Tally>>();
  for (const message of index.get(troubles)) {
    const { kind, sender, personKey, time } = message;
    if (kind.code !== NO_WAY || !index.get(reached).has(personKey) || senderKind(sender) !== 'short-code') continue;
    entryOf(
      entryOf(senders, sender, () => new Map<number, Tally>()),
      personKey,
      () => new Tally(),
    ).add(time, message);
  }
  for (const { kind, sender, personKey } of index.get(sample)) if (kind.outcome === 'delivered') senders.get(sender)?.delete(personKey);
  return senders;
}

/**
 * Short codes that a network does not carry: people whom another sender reaches are refused as if they were landlines. Short codes are
 * set up network by network, long codes are not.
 *
 * @param table the refusals person by person, which knows their addresses
 * @param fewest people without whom it may be chance
 * @param much what is more than the few that any log has
 */
export function uncarriedShortCodes(index: LogIndex, table: RefusalsTable, fewest: number, much: Much): readonly Found[] {
  const addresses = new Map([...table.of(NO_WAY)].map(([key, { person }]) => [key, person]));
  return [...unreachedBy(index)].flatMap(([sender, byPerson]): readonly Found[] => {
    const known = [...byPerson].flatMap(([key, tally]) => {
      const person = addresses.get(key);
      return person === undefined ? [] : [{ person, tally }];
    });
    if (known.length < fewest) return [];
    const all = new Tally();
    for (const { tally } of known) all.merge(tally.save());
    const names = known.map(({ person }) => person).sort();
    const rows: Filter = { ...failedWith([NO_WAY]), senders: [sender], people: names };
    const people = { label: 'people whom other senders reach', value: names.length, of: 'people', rows } as const;
    const messages = { label: 'messages to them refused', value: all.count, rows };
    const arrived = {
      label: 'of its messages to them delivered',
      value: 0,
      rows: { direction: 'outbound', outcomes: ['delivered'], senders: [sender], people: names },
    } as const;
    return [
      {
        severity: isMuch(all.count, index, much) ? 'medium' : 'low',
        confidence: 'medium',
        because: say`These phones take texts, so they are no landlines; but a log shows no carrier, and only Twilio can say which network does not carry the short code.`,
        sentence: say`The short code ${address(sender)} does not get through to some phones that other senders reach: ${howMany(messages, 'message')} to ${howMany(people, 'person', 'people')} ${messages.value === 1 ? 'was' : 'were'} refused as landline or unreachable carrier${all.first === Infinity ? '' : say`, the first on ${moment(all.first)}`}.`,
        affected: messages.value,
        recoverable: messages.value,
        rows,
        subject: { sender, case: 'short-code' },
        since: all.first,
        evidence: [people, messages, arrived],
        codes: [NO_WAY],
        examples: all.newest.sids,
        action: { kind: 'fix-sender', list: [sender] },
      },
    ];
  });
}
