import { counted } from '../words/figure.ts';
import type { Notice } from './report.ts';

const LINES_KEPT = 10;

/** Every notice of a source and its words: what happened and what it does to the figures. */
const texts = {
  'export-aborted': (n: number) =>
    `${counted(n, 'export was', 'exports were')} cut short by Twilio ("Could not finish exporting all records."): messages are missing and every figure is too low.`,
  'header-repeated': (n: number) =>
    `The heading row comes again in ${counted(n, 'place', 'places')}: several exports were joined. These rows are not counted as messages.`,
  'header-glued': (n: number) =>
    `In ${counted(n, 'place', 'places')} a heading row sticks to the end of a message, because files without a final line feed were joined. The message was kept, the heading dropped.`,
  'truncated-end': () => 'The file ends in the middle of a record: it was cut. The last record is not counted, and more may be missing.',
  'read-failed': () => 'The file could not be read to its end: what was read is counted, the rest is missing and every figure is too low.',
  'ragged-rows': (n: number) =>
    `${counted(n, 'row has', 'rows have')} too few or too many cells and ${n === 1 ? 'is' : 'are'} not counted.`,
  'broken-quotes': (n: number) =>
    `In ${counted(n, 'line', 'lines')} a quote is opened and never closed. ${n === 1 ? 'That line is' : 'Those lines are'} not counted.`,
  'stray-quotes': (n: number) =>
    `In ${counted(n, 'row', 'rows')} a quote stands alone or is not doubled. ${n === 1 ? 'The row was' : 'The rows were'} read with that quote as part of the text and ${n === 1 ? 'counts' : 'count'}; look at ${n === 1 ? 'it' : 'them'} when a figure seems odd.`,
  'rows-in-text': (n: number) =>
    `${counted(n, 'message holds', 'messages hold')} lines in the text that look like messages of a log. The quotes around the text are in order, so ${n === 1 ? 'it counts' : 'each counts'} as one message.`,
  'overlong-lines': (n: number) =>
    `${counted(n, 'line is', 'lines are')} longer than any row of a message log, or ${n === 1 ? 'has' : 'have'} a cell that is, and ${n === 1 ? 'is' : 'are'} not counted.`,
  'heading-twice': (n: number) =>
    `${counted(n, 'heading stands', 'headings stand')} twice. The first column of that name is read, the other is not.`,
  'unreadable-dates': (n: number) =>
    `${counted(n, 'message has', 'messages have')} a time that cannot be read or has no zone. ${n === 1 ? 'It counts' : 'They count'} in the totals, but not in charts by time, ages or "since".`,
  'lost-numbers': (n: number) =>
    `${counted(n, 'message has', 'messages have')} a number that a spreadsheet rounded (1.30356E+10). Its digits are lost: no country and no recipient can be told for ${n === 1 ? 'it' : 'them'}.`,
  'unknown-status': (n: number) =>
    `${counted(n, 'message has', 'messages have')} a status that Twilio does not define. ${n === 1 ? 'It counts' : 'They count'} as "other", never as failed.`,
  'inbound-failed': (n: number) =>
    `${counted(n, 'inbound message is', 'inbound messages are')} marked failed. ${n === 1 ? 'It counts' : 'They count'} as inbound, not as a failure to deliver.`,
  duplicates: (n: number) =>
    `${counted(n, 'row repeats', 'rows repeat')} a message that is in the log already, by its SID. Each message counts once, in its latest state.`,
  'older-state-kept': (n: number) =>
    `${counted(n, 'message comes', 'messages come')} again with a later state that could not be taken over (the input could be read only once, or there are too many of them): the state met first was counted.`,
  'no-sid': () => 'The log has no message SIDs: duplicates cannot be found and examples cannot be named.',
  'no-direction': () =>
    'The log has no direction: messages with status "received" or "receiving" count as inbound, all others as outbound.',
  'no-recipient': () => 'The log does not say who messages went to: no country, no recipient and no list of numbers can be told.',
  'no-sender': () => 'The log does not say who sent the messages: findings about senders are left out.',
  'no-error-code': () => 'This log has no error codes: failures are counted, but no cause can be told from it.',
  'damaged-text': (n: number) =>
    `${counted(n, 'character', 'characters')} could not be read. Only message texts can suffer from that; no figure does.`,
  'assumed-windows-1252': () =>
    'The file is not UTF-8; it was read as Windows-1252. Only letters with accents in message texts depend on it.',
} as const satisfies Readonly<Record<string, (count: number) => string>>;

/** Where a notice was met: "line 6001", "lines 4, 9, 12, …", or empty where lines mean nothing. */
export const linesOf = ({ lines, count }: Notice): string =>
  lines.length === 0 ? '' : `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ', …' : ''}`;

export type NoticeId = keyof typeof texts;

/** Notices of one source while it is read. */
export class Notices {
  readonly #found = new Map<NoticeId, { count: number; readonly lines: number[] }>();

  /** @param lineOf is asked for the first ten only: a line number is costly */
  add(id: NoticeId, lineOf?: () => number, count = 1): void {
    let found = this.#found.get(id);
    if (found === undefined) {
      found = { count: 0, lines: [] };
      this.#found.set(id, found);
    }
    found.count += count;
    if (lineOf !== undefined && found.lines.length < LINES_KEPT) found.lines.push(lineOf());
  }

  /** In the order they were met first. */
  list(): readonly Notice[] {
    return [...this.#found].map(([id, { count, lines }]) => ({ id, count, lines, text: texts[id](count) }));
  }
}
