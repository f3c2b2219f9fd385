import rows from '../../content/dictionary.json';
import type { DictionaryEntry } from '../catalog/knowledge.ts';

/** Codes without a page of their own, in the order of the code. */
export const dictionary = rows as readonly DictionaryEntry[];

const byCode = new Map(dictionary.map((entry) => [String(entry.code), entry]));

/** What Twilio calls a code that has no page here; `undefined` for a code nobody documents. */
export const dictionaryEntry = (code: string): DictionaryEntry | undefined => byCode.get(code);
