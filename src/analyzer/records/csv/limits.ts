/** Characters of a text message, at most; Twilio refuses a longer body (content/errors/21617.mdx). A longer cell is a sign that a quote was never closed. */
export const BODY_LIMIT = 1_600;
/** UTF-16 units of a cell, at most. Forty bodies long: a quote that is not closed within it was never opened on purpose, and no other cell is kept. */
export const CELL_LIMIT = 65_536;
/** UTF-16 units of a record, at most: rows of some thousand columns fit, and a file without line ends cannot fill the memory. */
export const RECORD_LIMIT = 1_048_576;
/** UTF-16 units that are looked at when a row is read anew: ten bodies long. Must not be above CELL_LIMIT. */
export const REPAIR_WINDOW = 16_384;
