import type { Tally } from '../../index/cells/tally.ts';
import { reached } from '../../index/tables/reached.ts';
import { numberShapes, type NumberShape } from '../../message/number-shape.ts';
import { howMany, moment, ours, outOf, say, sequence, share, type Sentence } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { failedWith, lacking } from '../shared/refused-people.ts';
import { refusedGroup } from '../shared/refused-group.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';
import { isMuch, outboundOf } from '../shared/size.ts';
import { meantAs } from './other-shape.ts';
import { shapesTable } from './shapes-table.ts';

const ID = 'malformed-number';
const CODES = ['21211', '21217'];

const refusals = refusalsTable(ID, CODES);
const shapes = shapesTable(CODES);

const shapeWords: Readonly<Record<NumberShape, string>> = {
  'no-plus': 'without “+” and country code',
  'double-zero': 'with “00” in place of “+”',
  lost: 'spoiled by a spreadsheet',
  'wrong-length': 'of the wrong length',
  'no-number': 'no number at all',
};

/** "3 without "+" and country code, 2 spoiled by a spreadsheet"; nothing where all look right. */
function shapesSaid(counts: ReadonlyMap<string, Tally>): Sentence {
  const met = numberShapes
    .map((shape) => ({ shape, count: counts.get(shape)?.count ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (met.length === 0) return say` They look like numbers, so they belong to nobody or to no phone.`;
  return say` By their look: ${sequence(
    met.map(({ shape, count }) => say`${count} ${ours(shapeWords[shape])}`),
    ', ',
  )}.`;
}

/** That some of the numbers are in the log a second time, as they should be written: there they got messages. */
const twiceSaid = (count: number): Sentence =>
  count === 0
    ? say``
    : say` ${howMany(count, 'of these numbers is', 'of these numbers are')} in the log in a second shape, with “+” and country code, and got messages there.`;

/** Messages refused because "To" is no number that can be texted, and what is wrong with it as far as it can be seen. */
export const malformedNumber = rule({
  id: ID,
  codes: CODES,
  guide: 'bad-number',
  needs: ['to', 'errorCode'],
  tables: [refusals, shapes],
  limits: { minMessages: 'count', minShare: 'share' },
  find(index, { limits, minHits }) {
    const { refused, codes } = refusedGroup(index, CODES, {});
    if (refused.count < minHits) return [];
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES);
    const rows = failedWith(CODES);
    const messages = { label: 'messages refused for their number', value: refused.count, rows };
    const numbers = { label: 'different numbers that can be told', value: people.length, of: 'people', rows } as const;
    const outbound = outboundOf(index);
    const there = index.get(reached);
    const twice = people.filter(({ person }) => {
      const number = meantAs(person);
      return number !== undefined && there.has(number);
    }).length;
    return [
      {
        severity: isMuch(refused.count, index, limits) ? 'medium' : 'low',
        confidence: 'high',
        because: say`The code alone says that the number cannot be texted; what is wrong with it is read from its look.`,
        sentence: say`${outOf(messages, outbound)} messages (${share(messages, outbound)}) had a recipient that is no valid number${refused.first === Infinity ? '' : say`, the first on ${moment(refused.first)}`}.${shapesSaid(index.get(shapes).shapes)}${twiceSaid(twice)}${lacking(table)}`,
        affected: refused.count,
        recoverable: refused.count,
        rows,
        subject: { recipients: String(people.length) },
        since: refused.first,
        evidence: [messages, numbers],
        codes,
        examples: refused.newest.sids,
        action: { kind: 'fix-list', list: people.map(({ person }) => person) },
      },
    ];
  },
});
