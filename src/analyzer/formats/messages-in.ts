import { foldedName } from '../message/field-name.ts';
import type { Field } from '../message/fields.ts';
import { sidKey } from '../message/sid.ts';
import { cellOf } from '../records/named-rows.ts';
import type { Named, Taken } from '../records/records.ts';
import { each, isNamed, itself } from './named-format.ts';
import { commonNames } from './programs/field-names.ts';

/** Envelopes round a message are not deeper. */
const DEEPEST = 5;

const fields: ReadonlyMap<string, Field> = new Map(Object.entries(commonNames).map(([name, field]) => [foldedName(name), field]));
const SUBJECTS: ReadonlySet<Field | undefined> = new Set(['sid', 'to', 'from', 'body']);

/** Whether an object says what became of a message, and of which. */
function isMessage(record: Named): boolean {
  let isOfStatus = false;
  let isOfSubject = false;
  for (const name of Object.keys(record)) {
    const field = fields.get(foldedName(name));
    isOfStatus ||= field === 'status';
    isOfSubject ||= SUBJECTS.has(field);
  }
  return isOfStatus && isOfSubject;
}

/** Rows of a table that was written column by column, as pandas does: `{"sid": {"0": "SM…"}, "status": {"0": "sent"}}`. */
function rowsOf(record: Named): readonly Named[] {
  const columns = Object.entries(record).filter((column): column is [string, Named] => isNamed(column[1]));
  const keys = Object.keys(columns[0]?.[1] ?? {});
  return keys.map((key) => Object.fromEntries(columns.map(([name, values]) => [name, values[key]])));
}

/** What a text holds that is JSON itself: the body of an answer as a gateway or a logger keeps it. */
function inText(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || !/"status"/i.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether names stand before values in a text inside the JSON. */
export const areEscaped = (text: string, ...names: readonly string[]): boolean =>
  names.every((name) => text.includes(`\\"${name}\\":`) || text.includes(`\\"${name}\\" :`));

function found(value: unknown, depth: number): readonly Named[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') return found(inText(value), depth + 1);
  if (Array.isArray(value)) return value.flatMap((one) => found(one, depth + 1));
  if (!isNamed(value)) return [];
  if (!isMessage(value)) return Object.entries(value).flatMap(([name, one]) => under(name, found(one, depth + 1)));
  return isTable(value) ? rowsOf(value) : [value];
}

/** Whether a record holds columns: its values are objects, and not one value each that a database wraps with its type. */
const isTable = ({ status, sid }: Named): boolean => isNamed(status) && isNamed(sid) && cellOf(status) === '' && cellOf(sid) === '';

/** Messages that stand under a name, which is the SID of a single one that does not say its own: `{"SM…": {"status": "sent"}}`. */
const under = (name: string, messages: readonly Named[]): readonly Named[] =>
  messages.length === 1 && sidKey(name) !== 0 ? [{ sid: name, ...messages[0] }] : messages;

/** The messages in a record: itself, or those in what a search engine, an API of one's own or a list by SID wraps around them. */
export function messagesIn(record: Named): Taken {
  const messages = found(record, 0);
  return messages.length === 0 ? itself(record) : each(messages.map(itself));
}
