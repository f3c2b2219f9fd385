const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A piece of a sentence; `foreign` pieces came from the log and get a direction of their own. */
export interface Piece {
  readonly text: string;
  readonly foreign: boolean;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * Cuts a sentence of ours where words of the log begin and end, so that letters written from right to left cannot reorder
 * our figures beside them: the quoted text (up to the last closing quote, for the text may hold quotes), and the other
 * subjects where such letters are in them.
 *
 * @param subjects the finding's subjects, as the sentence shows them (masked alike)
 */
export function foreignPieces(sentence: string, subjects: readonly string[]): readonly Piece[] {
  const turned = subjects.filter((subject) => RIGHT_TO_LEFT.test(subject)).map(escaped);
  const parts = sentence.split(new RegExp(`(${['“.*”', ...turned].join('|')})`, 'su'));
  return parts.map((text, i) => ({ text, foreign: i % 2 === 1 })).filter(({ text }) => text !== '');
}
