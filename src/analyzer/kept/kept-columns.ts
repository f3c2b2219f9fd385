import type { AvoidableWidth } from '../message/avoidable-width.ts';
import type { Charge, Route } from '../index/counted-messages.ts';
import type { Kind } from '../message/kind.ts';
import type { KeptPeople } from './kept-people.ts';
import type { Packed } from './packed.ts';

/** What is kept of a message, a number each. */
export const columns = [
  'kind',
  'route',
  'time',
  'person',
  'template',
  'sid',
  'charge',
  'links',
  'facts',
  'lifetime',
  'queue',
  'carrier',
  'text',
  'offset',
] as const;
export type ColumnName = (typeof columns)[number];

/** Messages that are packed together. */
export const CHUNK = 65_536;

export interface Chunk {
  readonly length: number;
  readonly columns: Readonly<Record<ColumnName, Packed>>;
}

/** What counting asked of texts that are not kept. */
export interface Facts {
  readonly keyword: string;
  /** Of a message with a keyword. */
  readonly addressee: string;
  readonly template: string | undefined;
  readonly width: AvoidableWidth | undefined;
}

/** What the numbers of a message are places of. */
export interface Shared {
  /** Messages. */
  readonly size: number;
  readonly kinds: readonly Kind[];
  readonly routes: readonly Route[];
  readonly charges: readonly Charge[];
  readonly links: readonly (readonly string[])[];
  readonly facts: readonly Facts[];
  readonly people: KeptPeople;
  /** Fingerprint of a template -> its text, where one of its messages was asked for it. */
  readonly templates: ReadonlyMap<number, string>;
}
