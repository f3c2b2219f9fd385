/** Characters from which on a text is read as a file: some 250 rows of a log. */
const LONG = 64 * 1024;

/** Characters of a long text that the box shows. */
const HEAD = 2000;

export const isLong = (text: string): boolean => text.length > LONG;

/** The beginning of a long text, up to the end of a line where there is one, with a sign that more followed. */
export function headOf(text: string): string {
  const head = text.slice(0, HEAD);
  const end = head.lastIndexOf('\n');
  return `${end > 0 ? head.slice(0, end) : head}\n…`;
}

/** What a field holds once a text has come in at its caret. */
export const afterTyping = (field: Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>, added: string): string =>
  `${field.value.slice(0, field.selectionStart)}${added}${field.value.slice(field.selectionEnd)}`;
