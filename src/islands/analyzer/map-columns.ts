import type { SaidColumns } from '../../hand-over/columns.ts';
import { headingKey, type ToldColumns, type ToldTables } from '../../analyzer/formats/heading-key.ts';
import type { ColumnLook } from '../../analyzer/formats/own-table/look.ts';
import type { Field } from '../../analyzer/message/fields.ts';

/** What the form offers a column to be, in the words of a reader; the first three are needed. */
export const choices: readonly (readonly [Field, string])[] = [
  ['status', 'Status: what became of the message'],
  ['to', 'To: who it went to'],
  ['sid', 'SID of the message'],
  ['from', 'From: who sent it'],
  ['errorCode', 'Error code'],
  ['sent', 'Time sent'],
  ['created', 'Time made'],
  ['updated', 'Time of the last change'],
  ['direction', 'Direction: in or out'],
  ['body', 'Text of the message'],
  ['messagingServiceSid', 'SID of the Messaging Service'],
  ['accountSid', 'SID of the account'],
  ['segments', 'Segments'],
  ['media', 'Media files'],
  ['price', 'Price'],
  ['priceUnit', 'Currency of the price'],
];

const isField = (name: string): name is Field => choices.some(([field]) => field === name);

/** A choice in the form: heading of a column -> field, '' for none. */
export type Chosen = Readonly<Record<string, string>>;

/** Where the form begins: what was said before, else what was read or guessed. */
export function begun(columns: readonly ColumnLook[], said: ToldColumns | undefined): Chosen {
  const before = new Map([...(said ?? [])].map(([field, heading]) => [heading, field]));
  return Object.fromEntries(columns.map(({ heading, guess = '' }) => [heading, said === undefined ? guess : (before.get(heading) ?? '')]));
}

/** What is wrong with a choice, in one sentence; `undefined` when it can be read with. */
export function problemOf(chosen: Chosen): string | undefined {
  const fields = Object.values(chosen).filter((field) => field !== '');
  const twice = choices.find(([field]) => fields.filter((other) => other === field).length > 1);
  if (twice !== undefined) return `Two columns are “${twice[1]}”. Leave one of them out.`;
  if (!fields.includes('status')) return 'Say which column tells the status: without it nobody knows what became of a message.';
  if (!['to', 'sid', 'from'].some((field) => fields.includes(field)))
    return 'Say whose messages these are: the recipient, the sender or the SID.';
  return undefined;
}

/** A choice as the reading takes it. */
export const asTold = (chosen: Chosen): ToldColumns =>
  new Map(Object.entries(chosen).flatMap(([heading, field]) => (isField(field) ? [[field, heading] as const] : [])));

/** What a table is remembered by. */
export const keyOf = (columns: readonly ColumnLook[]): string => headingKey(columns.map(({ heading }) => heading));

/** What was kept, as the reading takes it. */
export const rememberedTables = (kept: readonly SaidColumns[]): NonNullable<ToldTables['tables']> =>
  new Map(
    kept.map(({ key, columns }) => [
      key,
      new Map(Object.entries(columns).flatMap(([field, heading]) => (isField(field) ? [[field, heading] as const] : []))),
    ]),
  );

/** Whether headings may be kept: a row of a log that has no headings holds what is nobody's business. */
export const areHeadings = (columns: readonly ColumnLook[]): boolean =>
  columns.every(({ heading }) => !/\d{4}/.test(heading) && !heading.includes('@'));
