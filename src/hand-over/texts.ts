import { places, type TextKept } from './places.ts';

/** The browser's store for a text of the table; `undefined` where it has none to offer (some private windows, blocked cookies). */
function storeOf(id: TextKept): Storage | undefined {
  try {
    return places[id].where === 'localStorage' ? localStorage : sessionStorage;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text; nothing may depend on it: a store can be full or forbidden.
 *
 * @returns whether it is kept
 */
export function keep(id: TextKept, text: string): boolean {
  try {
    const store = storeOf(id);
    store?.setItem(places[id].key, text);
    return store !== undefined;
  } catch {
    return false;
  }
}

/** @returns the text that was kept, which stays; `undefined` for none */
export const look = (id: TextKept): string | undefined => storeOf(id)?.getItem(places[id].key) ?? undefined;

export function forget(id: TextKept): void {
  storeOf(id)?.removeItem(places[id].key);
}

/** @returns the text that was kept, which is deleted; `undefined` for none */
export function take(id: TextKept): string | undefined {
  const text = look(id);
  forget(id);
  return text;
}
