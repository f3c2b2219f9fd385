import type { LogIndex } from '../index/log-index.ts';
import { CHUNK } from './kept-columns.ts';
import type { KeptLog } from './kept-log.ts';
import type { KeptRow } from './kept-row.ts';
import type { Selection } from './selection.ts';

/** Writes the places of the messages that pass and are of a wanted kind. @returns how many */
export function chosen(row: KeptRow, passing: Uint8Array | undefined, wanted: Uint8Array, into: Uint32Array): number {
  const kinds = row.column('kind');
  const { length } = row;
  let size = 0;
  for (let at = 0; at < length; at += 1) {
    if ((passing !== undefined && passing[at] === 0) || wanted[kinds[at] ?? 0] === 0) continue;
    into[size] = at;
    size += 1;
  }
  return size;
}

/**
 * Puts the messages that pass into an index, as `LogIndex.add` would, but a chunk of them into one table after another: what a table
 * works with is at hand then, and tables that know a quicker way for many messages take it. Rests every few milliseconds.
 */
export function* countByTable(log: KeptLog, selection: Selection | undefined, index: LogIndex): Generator<void, void> {
  const groups = index.byKinds(log.kinds);
  const room = new Uint32Array(Math.min(CHUNK, log.size));
  for (const { row, passing } of log.chunksOf(selection)) {
    for (const { wanted, tables } of groups) {
      const places = room.subarray(0, chosen(row, passing, wanted, room));
      if (places.length === 0) continue;
      for (const table of tables) {
        if (table.addMany !== undefined) table.addMany(row, places);
        else for (const at of places) table.add(row.message(at));
        yield;
      }
    }
  }
}
