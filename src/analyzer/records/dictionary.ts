import { ownText } from '../memory/own-text.ts';
import { DICTIONARY_LIMIT } from './batch.ts';

/** Numbers the values of a coded column in the order they are met; 0 is '' and every value beyond the limit. */
export class Dictionary {
  readonly values: string[] = [''];
  readonly #ids = new Map<string, number>([['', 0]]);

  id(value: string): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    if (this.values.length >= DICTIONARY_LIMIT) return 0;
    const own = ownText(value);
    const id = this.values.length;
    this.values.push(own);
    this.#ids.set(own, id);
    return id;
  }
}
