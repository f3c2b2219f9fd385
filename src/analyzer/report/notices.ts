import type { Notice, SkippedRow } from './report.ts';
import { howMany, say, type Sentence } from './sentence.ts';

const LINES_KEPT = 10;

/** Every notice of a source and its words: what happened and what it does to the figures. */
const texts = {
  'export-aborted': (n: number) =>
    say`${howMany(n, 'export was', 'exports were')} cut short by Twilio ("Could not finish exporting all records."): messages are missing and every figure is too low.`,
  'header-repeated': (n: number) =>
    say`The heading row comes again in ${howMany(n, 'place', 'places')}: several exports were joined. These rows are not counted as messages.`,
  'header-glued': (n: number) =>
    say`In ${howMany(n, 'place', 'places')} a heading row sticks to the end of a message, because files without a final line feed were joined. The message was kept, the heading dropped.`,
  'truncated-end': () => say`The file ends in the middle of a record: it was cut. The last record is not counted, and more may be missing.`,
  'read-failed': () =>
    say`The file could not be read to its end: what was read is counted, the rest is missing and every figure is too low.`,
  'packing-damaged': () =>
    say`The packed file is damaged or was cut: what could be unpacked is counted, the rest is missing and every figure is too low.`,
  'packed-too-tight': () =>
    say`Reading stopped early: this file becomes so large when it is unpacked, for its size, as no log does. What was read until then is counted.`,
  'ragged-rows': (n: number) =>
    say`${howMany(n, 'row has', 'rows have')} too few or too many cells and ${n === 1 ? 'is' : 'are'} not counted.`,
  notes: (n: number) =>
    say`${howMany(n, 'row holds', 'rows hold')} a sum or a note and no message, and ${n === 1 ? 'is' : 'are'} not counted.`,
  'lines-before': (n: number) =>
    say`${howMany(n, 'line stands', 'lines stand')} above the heading row (a title, a note) and ${n === 1 ? 'is' : 'are'} not counted.`,
  'broken-quotes': (n: number) =>
    say`In ${howMany(n, 'line', 'lines')} a quote is opened and never closed. ${n === 1 ? 'That line is' : 'Those lines are'} not counted.`,
  'other-records': (n: number) =>
    say`${howMany(n, 'record is', 'records are')} about something else than messages (calls, another stream or table, lines of a program) and ${n === 1 ? 'is' : 'are'} not counted.`,
  'items-left-out': (n: number) =>
    say`The print-out leaves out ${howMany(n, 'message')} ("… more items"): console.log prints a hundred of a list. Every figure is too low.`,
  'folded-events': (n: number) =>
    say`${howMany(n, 'row is', 'rows are')} an earlier, later or repeated event of a message that another row tells of. Each message counts once, in the state in which it ended.`,
  'broken-records': (n: number) =>
    say`${howMany(n, 'record is', 'records are')} no message that can be read (broken, without a status, or far too long) and ${n === 1 ? 'is' : 'are'} not counted.`,
  'heading-twice': (n: number) =>
    say`${howMany(n, 'heading stands', 'headings stand')} twice in the heading row. The first column of that name is read, the other is not.`,
  'size-differs': () =>
    say`Fewer bytes came than the file has: it was changed or cut while it was read. What was read is counted, and every figure may be too low.`,
  'stray-quotes': (n: number) =>
    say`In ${howMany(n, 'row', 'rows')} a quote stands alone or is not doubled. ${n === 1 ? 'The row was' : 'The rows were'} read with that quote as part of the text and ${n === 1 ? 'counts' : 'count'}; look at ${n === 1 ? 'it' : 'them'} when a figure seems odd.`,
  'rows-in-text': (n: number) =>
    say`${howMany(n, 'message holds', 'messages hold')} lines in the text that look like messages of a log. The quotes around the text are in order, so ${n === 1 ? 'it counts' : 'each counts'} as one message.`,
  'overlong-lines': (n: number) =>
    say`${howMany(n, 'line is', 'lines are')} longer than any row of a message log, or ${n === 1 ? 'has' : 'have'} a cell that is, and ${n === 1 ? 'is' : 'are'} not counted.`,
  'unreadable-dates': (n: number) =>
    say`${howMany(n, 'message has', 'messages have')} a time that cannot be read. ${n === 1 ? 'It counts' : 'They count'} in the totals, but not in charts by time, ages or "since".`,
  'guessed-columns': () =>
    say`The columns have names of their own: which is which was told from the names and from what stands in them. Look at the list of columns; the command line takes other ones as --map.`,
  'guessed-names': () =>
    say`The values have names of their own, or none: which is which was told from the names and from what stands in them. Look at the list of columns.`,
  'assumed-utc': (n: number) =>
    say`${howMany(n, 'time does', 'times do')} not say the zone: ${n === 1 ? 'it was' : 'they were'} read as UTC. Where that is wrong every hour is off by as much, and no total is; the command line takes the zone as --times-in.`,
  'assumed-zone': (n: number) =>
    say`${howMany(n, 'time does', 'times do')} not say the zone: ${n === 1 ? 'it was' : 'they were'} read in the zone that you chose.`,
  'month-first': (n: number) =>
    say`${howMany(n, 'date means', 'dates mean')} something else with the day first, and nothing in the log tells which it is: the month was taken first. Where that is wrong, read the log again with the day first (--dates day-first on the command line).`,
  'day-first': (n: number) =>
    say`${howMany(n, 'date means', 'dates mean')} something else with the month first; the day was taken first, as you chose.`,
  'mixed-dates': (n: number) =>
    say`Some dates have the day first and some the month: rows were put together from several places. ${howMany(n, 'date', 'dates')} that can be either may be read wrong.`,
  'lost-numbers': (n: number) =>
    say`${howMany(n, 'message has', 'messages have')} a number that a spreadsheet rounded (1.30356E+10) or made an error of. Its digits are lost: no country and no recipient can be told for ${n === 1 ? 'it' : 'them'}.`,
  'bare-numbers': (n: number) =>
    say`${howMany(n, 'message has', 'messages have')} a number without its "+", as spreadsheets leave it. Which country it is in is not guessed.`,
  'unknown-status': (n: number) =>
    say`${howMany(n, 'message has', 'messages have')} a status that Twilio does not define. ${n === 1 ? 'It counts' : 'They count'} as "other", never as failed.`,
  'inbound-failed': (n: number) =>
    say`${howMany(n, 'inbound message is', 'inbound messages are')} marked failed. ${n === 1 ? 'It counts' : 'They count'} as inbound, not as a failure to deliver.`,
  duplicates: (n: number) =>
    say`${howMany(n, 'row repeats', 'rows repeat')} a message that is in the log already, by its SID. Each message counts once, in its latest state.`,
  'older-state-kept': (n: number) =>
    say`${howMany(n, 'message comes', 'messages come')} again with a later state that could not be taken over (the input could be read only once, or there are too many of them): the state met first was counted.`,
  'masked-sids': (n: number) =>
    say`${howMany(n, 'message has', 'messages have')} no message SID (SM… or MM…) where one belongs: it is masked, made up or of something else (IM… is one of Conversations). Whether ${n === 1 ? 'it repeats' : 'they repeat'} another row cannot be told: each row counts.`,
  'duplicates-unchecked': (n: number) =>
    say`${howMany(n, 'row', 'rows')} came after more messages than are remembered and ${n === 1 ? 'was' : 'were'} counted without looking whether ${n === 1 ? 'it repeats' : 'they repeat'} one.`,
  'grouped-rows': (n: number) =>
    say`These are grouped rows of a warehouse, which stand for ${howMany(n, 'message')}: single messages can be neither listed nor filtered here.`,
  'grouped-older': () =>
    say`The script that made these rows is older than this program: not all of how long messages waited and took stands in them. Print the script again and run it to be told.`,
  'people-numbered': () => say`The script left out numbers of people: they have numbers of the script, and the lists of numbers are empty.`,
  'no-sid': () => say`The log has no message SIDs: duplicates cannot be found and examples cannot be named.`,
  'no-direction': () =>
    say`The log has no direction: messages with status "received" or "receiving" count as inbound, all others as outbound.`,
  'no-recipient': () => say`The log does not say who messages went to: no country, no recipient and no list of numbers can be told.`,
  'no-sender': () => say`The log does not say who sent the messages: findings about senders are left out.`,
  'no-error-code': () => say`This log has no error codes: failures are counted, but no cause can be told from it.`,
  'damaged-text': (n: number) =>
    say`${howMany(n, 'character', 'characters')} could not be read. Only message texts can suffer from that; no figure does.`,
  'assumed-windows-1252': () =>
    say`The file is not UTF-8; it was read as Windows-1252. Only letters with accents in message texts depend on it.`,
  'assumed-macintosh': () =>
    say`The file is not UTF-8 and its lines end as old Mac programs end them; it was read as MacRoman. Only letters with accents in message texts depend on it.`,
} as const satisfies Readonly<Record<string, (count: number) => Sentence>>;

/** Where a notice was met: "line 6001", "lines 4, 9, 12, …", or empty where lines mean nothing. */
export const linesOf = ({ lines, count }: Notice): string =>
  lines.length === 0 ? '' : `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ', …' : ''}`;

export type NoticeId = keyof typeof texts;

/** Every notice there is of a source. */
export const noticeIds = Object.keys(texts) as readonly NoticeId[];

/** Skipped rows named by their line; all are counted. */
const SKIPPED_KEPT = 1_000;

/** Notices of one source while it is read. */
export class Notices {
  readonly #found = new Map<NoticeId, { count: number; readonly lines: number[] }>();
  readonly #skipped: SkippedRow[] = [];
  /** Rows that were skipped. */
  skippedCount = 0;

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

  /** A notice about a row that is not counted because of it. */
  skip(id: NoticeId, lineOf: () => number): void {
    this.add(id, lineOf);
    this.skippedCount += 1;
    if (this.#skipped.length < SKIPPED_KEPT) this.#skipped.push({ line: lineOf(), reason: id });
  }

  /** The first thousand rows that were skipped. */
  get skipped(): readonly SkippedRow[] {
    return this.#skipped;
  }

  /** In the order they were met first. */
  list(): readonly Notice[] {
    return [...this.#found].map(([id, { count, lines }]) => ({ id, count, lines, text: texts[id](count) }));
  }
}
