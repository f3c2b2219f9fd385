import { troubles } from '../../index/tables/troubles.ts';
import { howMany, outOf, say, share } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import type { Left } from '../shared/claims.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { outboundOf } from '../shared/size.ts';
import { UNREACHABLE, unreachable } from '../shared/unreachable.ts';

const CODES = [UNREACHABLE];

/** Whose message is explained by nothing else. */
function leftOver(left: Left): ReadonlySet<number> {
  const people = new Set<number>();
  for (const { kind, personKey } of left.messages()) if (kind.code === UNREACHABLE) people.add(personKey);
  return people;
}

/**
 * People who were unreachable exactly once, and nothing else explains it: a phone that was off or out of reach. Some are in every log,
 * so a small share says nothing.
 */
export const unreachableOnce = rule({
  id: 'unreachable-once',
  codes: CODES,
  guide: 'unreachable-once',
  needs: ['to', 'errorCode'],
  tables: [unreachable],
  limits: { minShare: 'share', noteShare: 'share' },
  isLast: true,
  find(index, { limits, minHits, left }) {
    const table = index.get(unreachable);
    const meant = leftOver(left);
    const isKept = index.get(troubles).overflow === 0;
    const people = refusalsBy(table, CODES).filter(({ key, count }) => count === 1 && (!isKept || meant.has(key)));
    const outbound = outboundOf(index);
    if (people.length < outbound * limits.minShare) return [];
    return peopleFinding(
      { id: 'unreachable-once', codes: CODES, table, people, least: minHits },
      {
        severity: people.length < outbound * limits.noteShare ? 'info' : 'low',
        confidence: 'medium',
        because: say`One such answer says that the phone could not be reached at that moment; practitioners disagree on whether a second try helps.`,
        label: 'people unreachable once',
        messages: 'messages to them that did not arrive',
        sentence: ({ messages, begun }) =>
          say`${howMany(messages, 'phone')} could not be reached once and ${messages.value === 1 ? 'is' : 'are'} worth a second try: ${outOf(messages, outbound)} messages (${share(messages, outbound)})${begun}.`,
        evidence: () => [],
        action: 'wait',
      },
    ).map((found) => ({ ...found, recoverable: found.affected }));
  },
});
