import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreTables } from '../../../../src/analyzer/index/tables/index.ts';
import { brought } from '../../../../src/analyzer/findings/index.ts';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import type { AnyTableKind } from '../../../../src/analyzer/index/table.ts';
import { countByTable } from '../../../../src/analyzer/kept/by-table.ts';
import { KeptLog } from '../../../../src/analyzer/kept/kept-log.ts';
import { consoleRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { countInto, inOneOrder } from '../laws/counting.ts';
import { messageRow } from '../laws/random-log.ts';

/** Tables whose limits and sizes are a few. */
const smaller =
  (most: number) =>
  (kind: AnyTableKind): AnyTableKind => ({
    ...kind,
    options: (of) => {
      const { limits, ...options } = kind.options(of);
      const small = Object.fromEntries(Object.keys(limits).map((name) => [name, most]));
      return { ...options, ...('size' in options ? { size: most } : {}), limits: small };
    },
  });

test.each([2, 1_000])(
  'messages counted table by table are counted as one after another, also where tables hold no more than %i',
  (most) => {
    let quick = 0;
    fc.assert(
      fc.property(fc.array(messageRow, { minLength: 40, maxLength: 60 }), (messages) => {
        const kept = new KeptLog(new Set(['STOP']));
        countInto(
          kept,
          messages.map((row, n) => consoleRow(n, row)),
        );
        kept.end();
        // Texts are not kept of messages that nobody asked for theirs: tables that ask for them are those of the law on what is kept.
        for (const kind of [...coreTables, ...brought].map(smaller(most))) {
          const [one, many] = [new LogIndex(knowledge, [], [kind]), new LogIndex(knowledge, [], [kind])];
          for (const message of kept.at(Array(kept.size).keys())) one.add(message);
          for (const rest of countByTable(kept, undefined, many)) expect(rest).toBeUndefined();
          expect(inOneOrder(many.save())).toEqual(inOneOrder(one.save()));
          expect(many.caps).toEqual(one.caps);
          if (one.get(kind).addMany !== undefined) quick += 1;
        }
      }),
      { numRuns: 12 },
    );
    expect(quick).toBeGreaterThanOrEqual(12 * 5);
  },
);
