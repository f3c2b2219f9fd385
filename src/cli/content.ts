import type { FindingEntry } from '../catalog/finding-schema.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { CodeRecord } from '../library/code-record.ts';
import type { PastedKnowledge } from '../pasted/knowledge.ts';

/** What the commands know; each part is looked up only when a command needs it. */
export interface Content {
  readonly knowledge: () => Knowledge;
  readonly words: () => Readonly<Record<string, FindingEntry>>;
  readonly codes: () => Readonly<Record<string, CodeRecord>>;
  readonly pasted: () => PastedKnowledge;
  /** The address of a path of the site, whole where it is known where its pages are. */
  readonly address: (path: string) => string;
}
