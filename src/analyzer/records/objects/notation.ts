/** The first name of a value behind a brace, and the quote around it. */
const FIRST_KEY = /\{\s*(?::|(["']))?[\w$-]{1,60}(?:\1\s*:|\s*:|["']?\s*=>)/;

/**
 * Whether a text of objects is JSON; else it is what a program prints of objects: keys without quotes, apostrophes around texts.
 *
 * @param text its beginning; other words may stand before the first object
 */
export const isJsonText = (text: string): boolean => FIRST_KEY.exec(text)?.[1] === '"';
