const LONGEST = 9;
const WORDS = /^(?:null|none|nil|nan|nat|n\/a|na|undefined|\\n|-|~|\(null\)|<null>|<na>|\[null\]|#n\/a)$/i;

/**
 * Whether a cell says nothing, with or without a word for it: what databases, tables of data and programs print for a value that is not there
 * (`NULL`, `\N`, `None`, `nan`, `<NA>`). Not for texts of messages: a person may write "None".
 */
export function isNothing(cell: string): boolean {
  const bare = cell.trim();
  return bare.length <= LONGEST && (bare === '' || WORDS.test(bare));
}
