/** What damage may do to a log: every log of every format, torn, cut and mixed by a seeded hand. HOSTILE=1000 tears each so many times. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { Decoder } from '../../../../src/analyzer/bytes/decoder.ts';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import { recognise } from '../../../../src/analyzer/formats/recognise.ts';
import { codedFields, textFields } from '../../../../src/analyzer/message/fields.ts';
import { openRecords } from '../../../../src/analyzer/records/open.ts';
import type { Start } from '../../../../src/analyzer/records/start.ts';
import type { BatchReader, Records } from '../../../../src/analyzer/records/records.ts';
import type { SourceReport } from '../../../../src/analyzer/report/report.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import { Random } from '../../../bench/random.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, logPaths, source } from '../../../log.ts';

/** How often each log is torn; `npm run hostile` asks for many more, which take as much longer. */
const ROUNDS = Number(process.env.HOSTILE ?? 4);
const TIMEOUT = 30_000 + ROUNDS * 500;

const decoded = (bytes: Uint8Array): string => new Decoder(bytes).decode(bytes, true);
const logs = logPaths.filter((path) => path.startsWith('formats/')).map((path) => ({ path, text: decoded(fixture(path)) }));

/** Rows, lines, notices of a text that a reader is handed in pieces. */
function rowsOf(records: Records, start: Start, pieces: readonly string[]) {
  const notices = new Notices();
  const reader: BatchReader = openRecords(records, start, notices);
  const rows: string[] = [];
  const take = (piece: string, isLast: boolean): void => {
    for (const batch of reader.read(piece, isLast))
      for (let row = 0; row < batch.rows; row += 1)
        rows.push([batch.line(row), ...[...codedFields, ...textFields].map((field) => batch.columns[field]?.text(row))].join('|'));
  };
  for (const piece of pieces) take(piece, false);
  take('', true);
  return { rows, skipped: notices.skipped, notices: notices.list() };
}

/** The same for a text that is recognised first; `undefined` for what is no log. */
function readIn(text: string, sizes: readonly number[]) {
  const found = recognise(text);
  if (found.kind !== 'log') return undefined;
  const { records, skip, head } = found;
  const tables = { headings: [], recognise: () => undefined };
  const start = { text, skip, tables, ...(head.heading === undefined ? {} : { heading: head.heading }) };
  return sizes.map((size) =>
    rowsOf(
      records,
      start,
      size === Infinity ? [text] : Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size)),
    ),
  );
}

/** Signs that mean something in one of the notations, and pieces of records. */
const SIGNS: readonly [string, ...string[]] = [
  '"',
  "'",
  '`',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '\\',
  '\n',
  '\r',
  '\0',
  ',',
  ':',
  '&',
  '=',
  '<![CDATA[',
  '<!--',
  ']]>',
  '%',
  '{"sid":',
  '... 9 more items',
  '\ufeff',
  '\ud800',
  '<Message>',
  '</Message>',
  ';',
  '|',
  '\t',
  '\r\n',
  "',",
  '),(',
  '\\.',
  '+----+',
  'INSERT INTO x VALUES (',
  '\\N',
];

/** @param tears how often it is torn */
function damaged(text: string, random: Random, tears = 1 + random.below(4)): string {
  let torn = text;
  for (let times = tears; times > 0; times -= 1) {
    const at = random.below(torn.length + 1);
    const length = random.below(random.pick([3, 40, 900]));
    const kind = random.below(5);
    if (kind === 0) torn = torn.slice(0, at);
    else if (kind === 1) torn = torn.slice(0, at) + torn.slice(at + length);
    else if (kind === 2) torn = torn.slice(0, at) + random.pick(SIGNS).repeat(1 + random.below(3)) + torn.slice(at);
    else if (kind === 3) torn = torn.slice(at) + torn.slice(0, at);
    else torn = torn.slice(0, at) + random.pick(SIGNS) + torn.slice(at + 1);
  }
  return torn;
}

/** A text with one sign more, or with one in place of another. */
function withOneSign(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(SIGNS) + text.slice(at + random.below(2));
}

/** The one source of a text that is a log. */
async function readAlone(path: string, text: string): Promise<SourceReport | undefined> {
  const analysis = await analyze([source(path, text)], { knowledge });
  return analysis.kind === 'report' ? analysis.report.sources[0] : undefined;
}

/** What is said of a source: its rows that were skipped, and its notices. */
const toldOf = ({ skipped, notices }: SourceReport): string =>
  JSON.stringify([skipped.length, notices.map(({ id, count }) => [id, count])]);

test('every format has a log that is torn', () => {
  expect(logs.length).toBeGreaterThan(formats.length);
});

describe.each(logs)('$path', ({ path, text }) => {
  test('its pieces may be cut anywhere, whole or torn', { timeout: TIMEOUT }, () => {
    const random = new Random(5);
    for (let n = 0; n < Math.ceil(ROUNDS / 2); n += 1) {
      const torn = n === 0 ? text : damaged(text, random);
      const [whole, ...others] = readIn(torn, [Infinity, 13, 1 + random.below(600), ...(n === 0 ? [1] : [])]) ?? [];
      if (n === 0) expect(whole?.rows.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(whole);
    }
  });

  test('torn, it throws nothing, adds up, and has no more messages than before', { timeout: TIMEOUT }, async () => {
    const random = new Random(11);
    const whole = await readAlone(path, text);
    if (whole === undefined) expect.fail('no log');
    const isOfEvents = formats.some(({ id, rows }) => rows === 'events' && path.startsWith(`formats/${id}/`));
    // A heading in the midst that is torn looks like a row.
    const headings = whole.notices.find(({ id }) => id === 'header-repeated')?.count ?? 0;
    for (let n = 0; n < ROUNDS; n += 1) {
      const tears = 1 + random.below(4);
      const torn = damaged(text, random, tears);
      const analysis = await analyze([source(path, torn)], { knowledge });
      if (analysis.kind !== 'report') continue;
      const { totals, sources } = analysis.report;
      for (const { rows: all, records, messages, duplicates, folded, skipped } of sources) {
        expect(all).toBe(records + skipped.length);
        expect(records).toBe(messages + duplicates + folded);
        // A tear may part an event in two, or from its SID: a message of its own then, and no more than one a tear.
        const more = isOfEvents ? tears : headings;
        expect(records).toBeLessThanOrEqual(whole.records + more);
        if (isOfEvents) expect(messages).toBeLessThanOrEqual(whole.messages + more);
        expect(messages).toBe(totals.messages);
      }
      expect(totals.inbound + totals.outbound).toBe(totals.messages);
      expect(totals.delivered + totals.failed + totals.noReceipt + totals.inFlight + totals.other).toBe(totals.outbound);
    }
  });
});

/** What one sign may take away without a word: a record that is no record any more, or is one with its neighbour. */
const TAKEN = 1;

test.for(logs)('$path: a sign more, or another, makes no messages vanish without a word', { timeout: TIMEOUT }, async ({ path, text }) => {
  const random = new Random(23);
  const whole = await readAlone(path, text);
  if (whole === undefined) expect.fail('no log');
  for (let n = 0; n < ROUNDS; n += 1) {
    const torn = withOneSign(text, random);
    const read = await readAlone(path, torn);
    // What is declined is told, and so is what is skipped, repaired or assumed.
    if (read === undefined || toldOf(read) !== toldOf(whole)) continue;
    expect(whole.records - read.records, torn).toBeLessThanOrEqual(TAKEN);
  }
});

/** One format of each kind of records; a time that grows with the square of the text would be minutes here. */
const oneOfAKind = [
  'rest-json',
  'node-inspect',
  'statuscallback',
  'rest-xml',
  'ruby-inspect',
  'statuscallback-form',
  'printed-pairs',
  'sql-dump',
  'cli-tsv',
  'cli-columns',
  'drawn-table',
  'console-v3',
].flatMap((id) => formats.filter((format) => format.id === id));
const heading = { cells: ['From', 'To', 'Body', 'Status', 'SentDate'], delimiter: ',' } as const;

test.for([
  '{',
  '[',
  '"',
  "'",
  '\\',
  '<',
  '<!--',
  '<Message>',
  '{"a":',
  "{ a: '",
  '[[',
  '... 1 more item ',
  'a=b&',
  '<Twilio.Api.V2010.MessageInstance ',
  '<Twilio.Api.V2010.MessageInstance body: ',
  '&#x41;',
  '\r',
  '{ a: <',
  '{a:(',
  '{"messages":[',
  'INSERT INTO x (',
  "INSERT INTO x VALUES ('",
  'INSERT INTO x VALUES (1,\n',
  "('a\n",
  "('a','b'),",
  'INSERT INTO x (sid, status) VALUES (f(f(',
  'CREATE TABLE x (',
  'COPY x (sid, status) FROM stdin;\n',
  'Sid\tStatus\t',
  '| sid | status |\n',
  ' +\n',
  '","',
  '",\n"',
  '    [sid] => SM\n',
  '    ["status"]=>\n',
  '(\n',
  '- sid: SM\n',
  'sid: ',
])('half a megabyte of %j makes no message, and ends', async (sign) => {
  const text = sign.repeat(Math.ceil((1 << 19) / sign.length));
  const pieces = text.match(/[^]{1,131072}/g) ?? [];
  const start = {
    text: text.slice(0, 4_096),
    skip: { characters: 0, lines: 0 },
    tables: { headings: [], recognise: () => undefined },
    heading,
  };
  for (const { id, records: plain } of oneOfAKind) {
    const records = plain.kind === 'pairs' ? { ...plain, pairs: { notation: 'php', align: 'start', column: 4 } as const } : plain;
    // Any cells under a heading are a row.
    if (!['table', 'lines'].includes(records.kind)) expect({ id, rows: rowsOf(records, start, pieces).rows }).toEqual({ id, rows: [] });
    else rowsOf(records, start, pieces);
  }
  await analyze([source('x', text)], { knowledge });
});
