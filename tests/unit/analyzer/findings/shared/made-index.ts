/** An index of the few tables that a test asks for, without the others. */
import type { CountedMessage } from '../../../../../src/analyzer/index/counted-message.ts';
import type { LogIndex } from '../../../../../src/analyzer/index/log-index.ts';
import { kindOf } from '../../../../../src/analyzer/message/kind.ts';
import { SLOT_MS } from '../../../../../src/analyzer/findings/shared/slots.ts';

export interface MadeMessage {
  /** Quarter of an hour since 1970; absent where no time is known. */
  readonly slot?: number;
  readonly sender?: string;
  /** Failed with this code; delivered when absent. */
  readonly code?: string;
  readonly person?: number;
  readonly segments?: number;
  /** Seconds in the queue. */
  readonly queue?: number;
  readonly sid?: string;
}

export const messageOf = ({ slot, sender = 'A', code, person = 0, segments = 1, queue = 0, sid = '' }: MadeMessage): CountedMessage =>
  ({
    kind: code === undefined ? kindOf('delivered', 'outbound', '') : kindOf('undelivered', 'outbound', code),
    time: slot === undefined ? NaN : slot * SLOT_MS,
    sender,
    personKey: person,
    queueSeconds: queue,
    segments: () => segments,
    sid: () => sid,
  }) as unknown as CountedMessage;

/** @param tables by their kind: what `get` gives */
export const indexWith = (tables: Iterable<readonly [kind: unknown, table: unknown]>): LogIndex => {
  const byKind = new Map(tables);
  return {
    get: (kind: unknown) => {
      if (!byKind.has(kind)) throw new Error('the test has no such table');
      return byKind.get(kind);
    },
  } as unknown as LogIndex;
};
