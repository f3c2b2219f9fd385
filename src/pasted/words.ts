/**
 * The words of a text for comparing: lower case, letters and digits; quotation marks of every kind fall away, so that 'To', "To" and
 * To are one word, and "isn't" is "isnt".
 */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/['"`´‘’“”«»]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
