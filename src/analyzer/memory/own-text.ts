/**
 * A copy of a text that shares no memory with the text it was cut from.
 *
 * V8 keeps the whole parent of a slice of 13 or more characters alive: one kept SID would hold a block of the file.
 */
export const ownText = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string));
