import { gzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { FREE, gunzipped, PackedTooTight, unzipped } from '../../../../src/analyzer/bytes/inflate.ts';
import { pullOf } from '../../../../src/analyzer/bytes/pull.ts';
import { knowledge } from '../../../knowledge.ts';
import { declined, fixture, fixturePath, inWords, noticeIds, report, source } from '../../../log.ts';

const log = fixture(fixturePath('console_v3_15col.csv'));
const json = fixture(fixturePath('rest_messages_list.json'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const zip = (files: Zippable): Uint8Array => zipSync(files);

/** Name, format, bytes, members and messages of each source. */
async function sourcesOf(bytes: Uint8Array, cut?: number) {
  const { sources } = await report([source('x', bytes, cut)]);
  return sources.map(({ name, format, bytes: read, members, messages }) => [name, format, read, members, messages]);
}

describe('gzip', () => {
  test('is read as what is in it, and says what it is', async () => {
    expect(await sourcesOf(gzipSync(log))).toEqual([['x', 'console-v3', log.length, 1, 26]]);
  });

  test('several joined files are one log, wherever the bytes are cut', async () => {
    const two = joined(gzipSync(log), gzipSync(log), gzipSync(new Uint8Array(0)));
    for (const cut of [1, 7, 1000, Infinity]) expect(await sourcesOf(two, cut)).toEqual([['x', 'console-v3', 2 * log.length, 3, 26]]);
  });

  test('zeros that fill it up are no damage', async () => {
    const filled = joined(gzipSync(log), new Uint8Array(512));
    expect(noticeIds(await report([source('x', filled)]))).toEqual(['inbound-failed']);
  });

  test('cut short, it is read as far as it goes, and that is said', async () => {
    const cut = gzipSync(log).subarray(0, 900);
    const found = await report([source('x', cut)]);
    expect(found.totals.messages).toBeGreaterThan(3);
    expect(noticeIds(found)).toEqual(['inbound-failed', 'packing-damaged', 'truncated-end']);
  });

  test('something else behind it is told', async () => {
    expect(noticeIds(await report([source('x', joined(gzipSync(log), new TextEncoder().encode('not packed')))]))).toContain(
      'packing-damaged',
    );
  });

  test('damaged from the start it is declined', async () => {
    const found = await declined(source('x', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255, 255)));
    expect([found.kind, inWords(found.text)]).toEqual(['unreadable', 'x could not be unpacked: it is damaged or was cut.']);
  });

  test('packed twice it is read, packed three times refused', async () => {
    expect(await sourcesOf(gzipSync(gzipSync(log)))).toEqual([['x', 'console-v3', log.length, 1, 26]]);
    const found = await declined(source('x', gzipSync(gzipSync(gzipSync(log)))));
    expect([found.kind, inWords(found.text)]).toEqual(['compressed', 'x is packed more than twice over, so it was not unpacked.']);
  });

  test('packed more tightly than any log, it is not unpacked to its end', async () => {
    const megabyte = gzipSync(new Uint8Array(1 << 20));
    const bomb = joined(...Array.from({ length: 80 }, () => megabyte));
    const { pull } = gunzipped(pullOf((source('x', bomb).stream() ?? expect.fail('no stream')).getReader()));
    let unpacked = 0;
    const all = async (): Promise<void> => {
      for (let piece = await pull(); piece !== undefined; piece = await pull()) unpacked += piece.length;
    };
    await expect(all()).rejects.toThrow(PackedTooTight);
    expect(unpacked).toBeGreaterThan(FREE - (1 << 20));
    expect(unpacked).toBeLessThanOrEqual(FREE);
  });

  test('a log that says little new is unpacked whole', async () => {
    const same = gzipSync(new Uint8Array(FREE));
    const { pull } = gunzipped(pullOf((source('x', same).stream() ?? expect.fail('no stream')).getReader()));
    let unpacked = 0;
    for (let piece = await pull(); piece !== undefined; piece = await pull()) unpacked += piece.length;
    expect(unpacked).toBe(FREE);
  });
});

describe('zip', () => {
  test('each file is a source of its own, a packed one too', async () => {
    const packed = zip({ 'june.csv': log, 'more/july.json.gz': gzipSync(json), 'more/': new Uint8Array(0), '__MACOSX/._june.csv': log });
    for (const cut of [1, 999, Infinity]) {
      expect(await sourcesOf(packed, cut)).toEqual([
        ['x/june.csv', 'console-v3', log.length, undefined, 26],
        ['x/more/july.json.gz', 'rest-json', json.length, 1, 3],
      ]);
    }
  });

  test('packed more tightly than any log, neither the file is unpacked to its end nor the one behind it reached', async () => {
    const bomb = zip({ 'a.csv': new Uint8Array(FREE + (2 << 20)), 'b.csv': log });
    for (const isRead of [true, false]) {
      const entries = unzipped(pullOf((source('x', bomb).stream() ?? expect.fail('no stream')).getReader()));
      let unpacked = 0;
      const names: string[] = [];
      const all = async (): Promise<void> => {
        for await (const { name, pull } of entries) {
          names.push(name);
          if (isRead) for (let piece = await pull(); piece !== undefined; piece = await pull()) unpacked += piece.length;
        }
      };
      await expect(all()).rejects.toThrow(PackedTooTight);
      expect(unpacked).toBeLessThanOrEqual(FREE);
      expect(names).toEqual(['a.csv']);
    }
  });

  test('files that are not packed inside are read too', async () => {
    expect(await sourcesOf(zip({ 'june.csv': [log, { level: 0 }] }))).toEqual([['x/june.csv', 'console-v3', log.length, undefined, 26]]);
  });

  test('a file that is no log is named, the others are read', async () => {
    const packed = zip({ 'a.pdf': new TextEncoder().encode('%PDF-1.7'), 'b.csv': log });
    const analysis = await analyze([source('x', packed)], { knowledge });
    if (analysis.kind !== 'report') expect.fail('no report');
    expect(analysis.declined.map(({ text }) => inWords(text))).toEqual(['x/a.pdf is a PDF, not a text.']);
    expect(analysis.report.totals.messages).toBe(26);
  });

  test.for([
    ['an Excel workbook', zip({ '[Content_Types].xml': log, 'xl/workbook.xml': log }), 'binary', 'CSV UTF-8'],
    ['an Excel workbook (.xlsx), not a text', zip({ 'xl/workbook.xml': log }), 'binary', 'CSV UTF-8'],
    ['another office file', zip({ 'word/document.xml': log }), 'binary', 'CSV UTF-8'],
    ['an OpenDocument file (.ods)', zip({ mimetype: log, 'content.xml': log }), 'binary', 'CSV UTF-8'],
    ['a Numbers sheet', zip({ 'Index/Document.iwa': log }), 'binary', 'CSV UTF-8'],
    ['nothing in it', Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)), 'empty', 'Pack the log again'],
    ['no file in it', zip({ 'folder/': new Uint8Array(0) }), 'empty', 'Unpack it'],
    ['more than twice over', zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.csv': log }) }) }), 'compressed', 'Unpack it'],
    ['locked with a password', zip({ 'a.csv': log }).map((byte, place) => (place === 6 ? byte | 1 : byte)), 'compressed', 'Unpack it'],
    ['a way that is not unpacked here', zip({ 'a.csv': log }).map((byte, place) => (place === 8 ? 12 : byte)), 'compressed', 'Unpack it'],
  ] as const)('%s: declined with what to do', async ([words, packed, kind, advice]) => {
    const found = await declined(source('x', packed));
    expect(found.kind).toBe(kind);
    expect(inWords(found.text)).toContain(words);
    expect(inWords(found.advice)).toContain(advice);
  });

  test('no more than a thousand files are looked at', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, place) => [`${String(place)}.csv`, log.subarray(0, 0)]));
    const analysis = await analyze([source('x', zip(many))], { knowledge });
    if (analysis.kind !== 'declined') expect.fail('it was read');
    expect(analysis.declined).toHaveLength(1_001);
    expect(inWords(analysis.declined.at(-1)?.text ?? [])).toBe('x holds more than 1000 files; those after them were not read.');
  });

  test('cut short, the files before are read', async () => {
    const packed = zip({ 'a.csv': log, 'b.csv': json });
    const analysis = await analyze([source('x', packed.subarray(0, packed.length - 700))], { knowledge });
    if (analysis.kind !== 'report') expect.fail('no report');
    expect(analysis.report.sources[0]).toMatchObject({ name: 'x/a.csv', messages: 26 });
    const told = [
      ...analysis.declined.map(({ kind }) => kind),
      ...analysis.report.sources.slice(1).flatMap(({ notices }) => notices.map(({ id }) => id)),
    ];
    expect(told.some((id) => id === 'unreadable' || id === 'packing-damaged')).toBe(true);
  });
});

test('the same packed log twice counts its messages once, and again under a plan', async () => {
  const { totals, sources } = await report([source('a', gzipSync(log)), source('b', zip({ c: log }))]);
  expect(totals.messages).toBe(26);
  expect(sources.map(({ duplicates }) => duplicates)).toEqual([0, 26]);
});
