import { addressIn } from '../index/read-rows.ts';
import { ownText } from '../memory/own-text.ts';
import type { Dialect } from '../message/dialect.ts';
import type { Batch, Column } from '../records/batch.ts';

/** What is shown of one message, and not kept of all of them. */
export interface MessageTexts {
  /** As the log has it, without blanks around; '' for none. */
  readonly sid: string;
  readonly body: string;
  /** Whom it was sent to, normalised. */
  readonly to: string;
  /** Milliseconds since 1970 in UTC; NaN where the log does not say. */
  readonly created: number;
  readonly sent: number;
  readonly updated: number;
}

/** The same with its times as the log writes them: reading them tells notices what had to be assumed, which is told once a message. */
interface Cells extends Pick<MessageTexts, 'sid' | 'body' | 'to'> {
  readonly times: readonly [created: string, sent: string, updated: string];
  readonly dialect: Dialect;
}

const cellsIn = ({ columns: { sid, body, to, created, sent, updated }, dialect }: Batch, row: number): Cells => {
  const text = (column: Column | undefined): string => ownText(column?.text(row) ?? '');
  const times = [text(created), text(sent), text(updated)] as const;
  return { sid: ownText(sid?.text(row).trim() ?? ''), body: text(body), to: ownText(addressIn(to, row, dialect)), times, dialect };
};

function textsOf({ sid, body, to, times, dialect }: Cells): MessageTexts {
  const [created, sent, updated] = times.map((cell) => (cell === '' ? NaN : dialect.time(cell)));
  return { sid, body, to, created: created ?? NaN, sent: sent ?? NaN, updated: updated ?? NaN };
}

export const textsIn = (batch: Batch, row: number): MessageTexts => textsOf(cellsIn(batch, row));

/** Characters of texts that are kept: small logs whole, of large ones what no byte leads to. */
const CHARACTERS = 8_000_000;
/** What an entry takes besides its characters, in characters. */
const ENTRY = 200;

/** The texts of messages that cannot be found by their bytes, while there is room. */
export class KeptTexts {
  readonly #limit: number;
  readonly #texts = new Map<number, Cells>();
  #characters = 0;

  constructor(limit = CHARACTERS) {
    this.#limit = limit;
  }

  /** @param place number of the message */
  add(place: number, batch: Batch, row: number): void {
    if (this.#characters >= this.#limit) return;
    const cells = cellsIn(batch, row);
    this.#characters += ENTRY + cells.sid.length + cells.body.length + cells.to.length;
    this.#texts.set(place, cells);
  }

  get(place: number): MessageTexts | undefined {
    const cells = this.#texts.get(place);
    return cells === undefined ? undefined : textsOf(cells);
  }

  clear(): void {
    this.#texts.clear();
  }
}
