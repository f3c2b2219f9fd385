/** The first name of a value behind a brace, the quote around it, and what parts the two: ":" or the arrow of Ruby. */
const FIRST_KEY = /\{\s*(?::|(["']))?[\w$.@-]{1,60}(?:\1\s*(:)|\s*:|["']?\s*=>)/;

/**
 * Whether a text of objects is JSON; else it is what a program prints of objects: keys without quotes, apostrophes around texts.
 *
 * @param text its beginning; other words may stand before the first object
 */
export function isJsonText(text: string): boolean {
  const [, quote, colon] = FIRST_KEY.exec(text) ?? [];
  return quote === '"' && colon === ':';
}
