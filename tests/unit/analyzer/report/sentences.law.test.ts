import type { ComponentChildren, VNode } from 'preact';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { noticeIds } from '../../../../src/analyzer/report/notices.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { ours, say, sequence, type Piece, type Sentence } from '../../../../src/analyzer/report/sentence.ts';
import { withoutBidi } from '../../../../src/analyzer/words/direction.ts';
import { headline } from '../../../../src/analyzer/write/headline.ts';
import { reportJson, type ReportJson } from '../../../../src/analyzer/write/json.ts';
import { reportMarkdown } from '../../../../src/analyzer/write/markdown.ts';
import { markdownPrinter } from '../../../../src/analyzer/write/markdown-sentence.ts';
import { plainPrinter } from '../../../../src/analyzer/write/plain.ts';
import { textReport } from '../../../../src/cli/screen/report.ts';
import { numbersShown, pickZone } from '../../../../src/islands/kit/view-settings.ts';
import { Sentence as PageSentence } from '../../../../src/islands/report/Sentence.tsx';
import { verdict } from '../../../../src/analyzer/write/verdict.ts';
import { knowledge } from '../../../knowledge.ts';
import { declinedKinds, marker, ofDeclines, ofFindings, ofReportNotices, ofSourceNotices, reportsOnHits, type Said } from './sentences.ts';

/** What a page's nodes say, and in which elements. */
function nodesOf(children: ComponentChildren): readonly { readonly text: string; readonly inside: readonly string[] }[] {
  if (Array.isArray(children)) return children.flatMap(nodesOf);
  if (typeof children === 'string' || typeof children === 'number') return [{ text: String(children), inside: [] }];
  if (typeof children !== 'object' || children === null || !('props' in children)) return [];
  const { type, props } = children as VNode<{ readonly children?: ComponentChildren }>;
  const within = typeof type === 'string' ? [type] : [];
  return nodesOf(props.children).map(({ text, inside }) => ({ text, inside: [...within, ...inside] }));
}

const onPage = (pieces: Sentence) => nodesOf(PageSentence({ pieces }));
const pageText = (pieces: Sentence): string =>
  onPage(pieces)
    .map(({ text }) => text)
    .join('');

let reports: readonly Report[] = [];
let all: readonly Said[] = [];

beforeAll(async () => {
  reports = await reportsOnHits();
  const made = reports.flatMap((report) => [
    headline(report),
    verdict(report, { attention: 0.02 }).text,
    verdict(report, { attention: 1 }).text,
  ]);
  all = [
    ...ofFindings(reports),
    ...ofSourceNotices(),
    ...(await ofReportNotices()),
    ...(await ofDeclines()),
    ...made.map((sentence) => ({ id: 'of the report', sentence })),
  ];
});

afterEach(() => {
  pickZone('UTC');
  numbersShown.value = false;
});

const wordsOf = (sentence: Sentence): readonly string[] => sentence.filter((piece) => typeof piece === 'string');
const isOf = (kind: string) => (piece: Piece) => typeof piece === 'object' && kind in piece;
const isForeign = (piece: Piece): boolean => ['text', 'address', 'name'].some((kind) => isOf(kind)(piece));
const foreignOf = (sentence: Sentence): readonly string[] =>
  sentence.filter(isForeign).flatMap((piece) => Object.values(piece) as readonly string[]);

/** Digits that are words of ours. */
const OWN = /A2P 10DLC|“00”|1\.30356E\+10|UTF-8|Windows-1252|0 bytes|7-Zip/g;

test('every rule, notice and kind of decline is among the sentences', () => {
  const ids = all.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...rules.map(({ id }) => id), ...noticeIds, ...declinedKinds]));
  expect(ids).toEqual(expect.arrayContaining(['senders-capped', 'hours-capped', 'stray-dates', 'source-declined', 'rule-failed']));
  for (const kind of ['text', 'address', 'name', 'figure', 'count', 'share', 'moment', 'span']) {
    expect(all.some(({ sentence }) => sentence.some(isOf(kind)))).toBe(true);
  }
});

describe('a sentence is pieces', () => {
  test('no word of ours holds anything of a log: no number, no text, no name', () => {
    for (const { id, sentence } of all) {
      for (const words of wordsOf(sentence)) {
        expect(words, id).not.toContain(marker);
        expect(words.replaceAll(OWN, ''), id).not.toMatch(/\d/);
      }
    }
  });

  test('texts, senders and file names of the logs do come through, in pieces of their own', () => {
    for (const kind of ['text', 'address', 'name']) {
      const found = all.flatMap(({ sentence }) => sentence.filter(isOf(kind))).flatMap((piece) => Object.values(piece) as unknown[]);
      expect(found.some((value) => String(value).includes(marker))).toBe(true);
    }
  });

  test('words of ours stand one after another only when they are one, and act as no markup', () => {
    for (const { id, sentence } of all) {
      expect(sentence.length, id).toBeGreaterThan(0);
      sentence.forEach((piece, place) => {
        if (typeof piece === 'string') expect(typeof sentence[place + 1], id).not.toBe('string');
      });
      for (const words of wordsOf(sentence)) expect(words, id).not.toMatch(/^$|[\\`*_{}[\]<#|~@&]/);
    }
  });

  test('a sentence survives JSON and the border between threads', () => {
    for (const { sentence } of all) {
      expect(JSON.parse(JSON.stringify(sentence))).toEqual(sentence);
      expect(structuredClone(sentence)).toEqual(sentence);
    }
  });

  test('text of a log does not compile as words', () => {
    const text: string = marker;
    // @ts-expect-error: a string that may hold anything
    expect(say`a ${text}`).toEqual([`a ${marker}`]);
    // @ts-expect-error: one made of parts
    expect(say`a ${`${text} b`}`).toEqual([`a ${marker} b`]);
    expect(say`a ${1} ${text === '' ? 'b' : { text }}${ours('c')}${''}d`).toEqual(['a ', { count: 1 }, ' ', { text }, 'cd']);
    expect(sequence([say`a.`, say`b.`])).toEqual(['a. b.']);
  });
});

test('a figure that the sentence and the evidence both name is one figure', () => {
  let shared = 0;
  for (const { id, sentence, evidence } of reports.flatMap(({ findings }) => findings)) {
    const inSentence = sentence.flatMap((piece) => (typeof piece === 'object' && 'figure' in piece ? [piece.figure] : []));
    for (const figure of inSentence) {
      const same = evidence.filter(({ label }) => label === figure.label);
      for (const one of same) expect(one, id).toEqual(figure);
      shared += same.length;
    }
  }
  expect(shared).toBeGreaterThanOrEqual(rules.length);
});

describe('page, Markdown, terminal and JSON print the same pieces', () => {
  test('the same words and figures in the same order, foreign ones as they are where nothing hides them', () => {
    numbersShown.value = true;
    const plain = plainPrinter('UTC');
    const markdown = markdownPrinter('UTC');
    for (const { id, sentence } of all) {
      const joined = (print: (pieces: Sentence) => string): string => sentence.map((piece) => print([piece])).join('');
      for (const print of [plain, markdown, pageText]) expect(print(sentence), id).toBe(joined(print));
      for (const piece of sentence) {
        const said = plain([piece]);
        const shown = pageText([piece]).replaceAll('\u00A0', ' ');
        if (isForeign(piece)) {
          expect(withoutBidi(said), id).toBe(withoutBidi(foreignOf([piece])[0] ?? ''));
          expect(shown, id).toBe(withoutBidi(said));
        } else {
          expect(markdown([piece]), id).toBe(said);
          if (!isOf('moment')(piece) && !isOf('span')(piece)) expect(shown, id).toBe(said);
        }
      }
    }
  });

  test('each place prints the sentences of its report that way', () => {
    const options = { knowledge, words: {}, timeZone: 'Asia/Kolkata' };
    for (const report of reports) {
      const saved = JSON.parse(reportJson(report, {})) as ReportJson;
      const markdown = reportMarkdown(report, options);
      const terminal = textReport(report, { ...options, screen: { columns: Infinity, colours: false } });
      report.findings.forEach(({ sentence }, place) => {
        expect(saved.findings[place]).toMatchObject({ sentence: plainPrinter('UTC')(sentence), pieces: sentence });
        expect(markdown).toContain(markdownPrinter('Asia/Kolkata')(sentence));
        expect(terminal).toContain(withoutBidi(plainPrinter('Asia/Kolkata')(sentence)));
      });
      expect(markdown).toContain(markdownPrinter('Asia/Kolkata')(headline(report)));
      expect(terminal).toContain(plainPrinter('Asia/Kolkata')(headline(report)));
    }
  });

  test('another zone changes moments and nothing else', () => {
    const printers = (name: string): readonly ((pieces: Sentence) => string)[] => [
      plainPrinter(name),
      markdownPrinter(name),
      (pieces) => {
        pickZone(name);
        return pageText(pieces);
      },
    ];
    const here = printers('UTC');
    const away = printers('Asia/Kolkata');
    for (const piece of new Set(all.flatMap(({ sentence }) => sentence))) {
      const isTime = isOf('moment')(piece) || isOf('span')(piece);
      here.forEach((print, place) => {
        expect(print([piece]) !== away[place]?.([piece])).toBe(isTime);
      });
    }
  });
});

test('the page sets times and words of a log apart', () => {
  for (const { id, sentence } of all) {
    for (const piece of sentence) {
      const elements = onPage([piece]).map(({ inside }) => inside.join());
      if (isForeign(piece)) expect(elements, id).toEqual(['bdi']);
      else if (isOf('moment')(piece)) expect(elements[0], id).toBe('time');
      else if (isOf('span')(piece))
        expect(
          elements.filter((name) => name === 'time'),
          id,
        ).toHaveLength(2);
      else expect(elements, id).toEqual(['']);
    }
  }
});

test('a span names the zone once, and at both ends where the clock was put back in it; a day once; a moment is no span', () => {
  pickZone('Europe/Berlin');
  const span = (from: number, to: number): string => pageText([{ span: { from, to } }]);
  expect(span(Date.UTC(2025, 9, 24, 9), Date.UTC(2025, 9, 25, 9))).toBe('24 Oct 2025 11:00 – 25 Oct 2025 11:00 (UTC+2)');
  expect(span(Date.UTC(2025, 9, 25, 9), Date.UTC(2025, 9, 27, 9))).toBe('25 Oct 2025 11:00 UTC+2 – 27 Oct 2025 10:00 UTC+1');
  const minute = Date.UTC(2025, 9, 24, 9, 5);
  expect(span(minute, minute + 59_000)).toBe('24 Oct 2025 11:05 (UTC+2)');
  expect(span(minute, minute + 60_000)).toBe('24 Oct 2025 11:05 – 11:06 (UTC+2)');
  const plain = plainPrinter('UTC');
  expect(plain([{ span: { from: minute, to: minute + 59_000 } }])).toBe('2025-10-24 09:05 UTC');
  expect(plain([{ span: { from: minute, to: minute + 60_000 } }])).toBe('2025-10-24 09:05 UTC – 2025-10-24 09:06 UTC');
});

test('Markdown never holds a whole number or a message text, the page no whole number unless asked', () => {
  const markdown = markdownPrinter('UTC');
  const numbers = all.flatMap(({ sentence }) => foreignOf(sentence)).flatMap((text) => text.match(/\d{10,}/g) ?? []);
  expect(numbers.length).toBeGreaterThan(10);
  for (const { id, sentence } of all) {
    expect(markdown(sentence), id).not.toMatch(/\d{7}/);
    expect(pageText(sentence), id).not.toMatch(/\d{7}/);
    for (const piece of sentence.filter(isOf('text'))) expect(markdown([piece]), id).toBe('…');
  }
});

test('our own figures are never taken for a phone number', () => {
  const sentence = say`${2_025_550_142} of ${{ label: 'messages', value: 13_035_550_107 }}, with ${ours('2025550142')}`;
  const expected = '2,025,550,142 of 13,035,550,107, with 2025550142';
  expect([plainPrinter('UTC')(sentence), markdownPrinter('UTC')(sentence), pageText(sentence)]).toEqual([expected, expected, expected]);
});
