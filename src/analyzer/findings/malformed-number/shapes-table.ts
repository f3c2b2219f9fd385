import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { numberShape, type NumberShape } from '../../message/number-shape.ts';
import { entryOf } from '../../memory/entry-of.ts';

interface Options extends CountingOptions {
  readonly codes: readonly string[];
}

type Shape = NumberShape | 'looks-right';
type Saved = readonly (readonly [shape: Shape, tally: SavedTally])[];

/** Refused messages by what is wrong with the number they were to; there are six shapes, so it needs no limit. */
class Shapes implements Table<Saved> {
  readonly shapes = new Map<Shape, Tally>();
  readonly caps = [];

  add(message: CountedMessage): void {
    this.#of(numberShape(message.personText()) ?? 'looks-right').add(message.time, message);
  }

  merge(saved: Saved): void {
    for (const [shape, tally] of saved) this.#of(shape).merge(tally);
  }

  save(): Saved {
    return [...this.shapes].map(([shape, tally]) => [shape, tally.save()]);
  }

  #of(shape: Shape): Tally {
    return entryOf(this.shapes, shape, () => new Tally());
  }
}

/** The table of shapes of the numbers that were refused with these codes. */
export const shapesTable = (codes: readonly string[]): TableKind<Shapes, Saved, Options> => ({
  id: 'shapes of numbers',
  version: 1,
  counts: 'failures',
  wants: ({ code }) => code !== undefined && codes.includes(code),
  needs: ['to', 'errorCode'],
  options: () => ({ codes, limits: {} }),
  make: () => new Shapes(),
});
