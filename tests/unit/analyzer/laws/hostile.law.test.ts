/** What damage may do to a log: every log of every format whose records are no table, torn, cut and mixed by a seeded hand. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import { codedFields, textFields } from '../../../../src/analyzer/message/fields.ts';
import { openRecords } from '../../../../src/analyzer/records/open.ts';
import type { BatchReader } from '../../../../src/analyzer/records/records.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import { Random } from '../../../bench/random.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, logPaths, source } from '../../../log.ts';

const read = formats.filter(({ records }) => records.kind !== 'table' && records.kind !== 'lines');
const logs = read.flatMap((format) =>
  logPaths
    .filter((path) => path.startsWith(`formats/${format.id}/`))
    .map((path) => ({ path, format, text: new TextDecoder().decode(fixture(path)) })),
);

const tables = { headings: [], recognise: () => undefined };

/** Rows, lines, notices of a text that a reader of the format is handed in pieces. */
function rowsOf({ format, text }: Pick<(typeof logs)[number], 'format' | 'text'>, pieces: readonly string[]) {
  const notices = new Notices();
  const start = { text: text.slice(0, 4_096), skip: { characters: 0, lines: 0 }, tables };
  const reader: BatchReader = openRecords(format.records, start, notices);
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
];

function damaged(text: string, random: Random): string {
  let torn = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
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

/** A time that grows with the square of the text would be minutes here. */
const oneOfAKind = ['rest-json', 'node-inspect', 'statuscallback', 'rest-xml', 'ruby-inspect', 'statuscallback-form'].flatMap((id) =>
  read.filter((format) => format.id === id),
);

test('there are formats to look at', () => {
  expect(read.length).toBeGreaterThan(9);
  expect(logs.length).toBeGreaterThan(read.length);
});

describe.each(logs)('$path', ({ path, format, text }) => {
  test('its pieces may be cut anywhere, whole or torn', () => {
    const random = new Random(5);
    for (let n = 0; n < 3; n += 1) {
      const torn = n === 0 ? text : damaged(text, random);
      const whole = rowsOf({ format, text: torn }, [torn]);
      for (const size of [1, 13, 1 + random.below(600)]) {
        const pieces = Array.from({ length: Math.ceil(torn.length / size) }, (_, place) => torn.slice(place * size, (place + 1) * size));
        expect(rowsOf({ format, text: torn }, pieces)).toEqual(whole);
      }
    }
  });

  test('torn, it throws nothing, adds up, and has no more messages than before', async () => {
    const random = new Random(11);
    const { rows } = rowsOf({ format, text }, [text]);
    for (let n = 0; n < 6; n += 1) {
      const torn = damaged(text, random);
      const analysis = await analyze([source(path, torn)], { knowledge });
      if (analysis.kind !== 'report') continue;
      const { totals, sources } = analysis.report;
      for (const { rows: all, records, messages, duplicates, folded, skipped } of sources) {
        expect(all).toBe(records + skipped.length);
        expect(records).toBe(messages + duplicates + folded);
        expect(records).toBeLessThanOrEqual(rows.length);
        expect(messages).toBe(totals.messages);
      }
      expect(totals.inbound + totals.outbound).toBe(totals.messages);
      expect(totals.delivered + totals.failed + totals.noReceipt + totals.inFlight + totals.other).toBe(totals.outbound);
    }
  });
});

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
])('half a megabyte of %j makes no message, and ends', async (sign) => {
  const text = sign.repeat(Math.ceil((1 << 19) / sign.length));
  for (const format of oneOfAKind) expect(rowsOf({ format, text }, text.match(/[^]{1,131072}/g) ?? []).rows).toEqual([]);
  await analyze([source('x', text)], { knowledge });
});
