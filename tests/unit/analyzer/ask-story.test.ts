/** The story of one message: what it is, what became of the others of its minute, what to do. */
import { expect, test } from 'vitest';
import { placesUnder } from '../../../src/analyzer/ask-kept.ts';
import { storyOf } from '../../../src/analyzer/ask-story.ts';
import { neighbourSentence, priceText, storyText, verdictOf } from '../../../src/analyzer/write/story.ts';
import { consoleLog, MINUTE, NOON, sidOf, type MessageRow } from '../../fixtures/console-row.ts';
import { keptReading, troubleLog } from '../../kept-reading.ts';
import { findings } from '../../content.ts';
import { knowledge } from '../../knowledge.ts';
import { inWords, source } from '../../log.ts';

const findingWords: Readonly<Record<string, { readonly title: string; readonly doThis: readonly string[] } | undefined>> =
  Object.fromEntries(findings.map(({ name, data }) => [name, data]));
const wording = { knowledge, words: findingWords };
const figures = { outbound: 0, delivered: 0, failed: 0, undelivered: 0, noReceipt: 0 };

const mine: MessageRow = { status: 'undelivered', code: '30007', time: NOON + 20_000, segments: '2' };
const rows: readonly MessageRow[] = [
  mine,
  // The first and the last millisecond of its minute, and the ones beside them.
  { time: NOON },
  { time: NOON + MINUTE - 1_000, body: 'Something else' },
  { time: NOON - 1_000 },
  { time: NOON + MINUTE },
  // Another sender with the same text to the same country; the same sender to another country.
  { time: NOON + 1_000, from: '+12025550111', status: 'failed', code: '30034' },
  { time: NOON + 2_000, to: '+33612345678', status: 'sent' },
  { time: NOON + 3_000, direction: 'inbound', from: '+13035550101', to: '+12025550100', status: 'received' },
];

async function storyAt(sid: string) {
  const reading = await keptReading(source('log.csv', consoleLog(rows)));
  const order = [...rows].sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
  const place = order.findIndex((row) => rows.indexOf(row) === Number(sid));
  const story = (await storyOf(reading, place)) ?? expect.fail('nobody gave up');
  return { story, report: reading.report };
}

test('the others of its minute, by sender, text and country', async () => {
  const { story } = await storyAt('0');
  expect(story.message).toMatchObject({ sid: sidOf(0), status: 'undelivered', code: '30007', sent: '2025-08-14T17:00:20Z' });
  expect(story.neighbours).toEqual({
    sender: { ...figures, outbound: 3, delivered: 2, noReceipt: 1 },
    text: { ...figures, outbound: 2, delivered: 1, noReceipt: 1 },
    country: { ...figures, outbound: 3, delivered: 2, failed: 1 },
  });
});

test('messages without a text do not say the same', async () => {
  const silent = [0, 1].map((n): MessageRow => ({ body: '', time: NOON + n * 1_000 }));
  const story = await storyOf(await keptReading(source('log.csv', consoleLog(silent))), 0);
  expect(story?.neighbours).toMatchObject({ sender: { outbound: 1 }, text: { outbound: 0 }, country: { outbound: 1 } });
});

test('an inbound message has no neighbours, and nobody waits any more', async () => {
  const { story, report } = await storyAt('7');
  expect(story.neighbours).toBeUndefined();
  expect(storyText(story, report, { timeZone: 'UTC', isMasked: true }, wording)).toContain('From: +1303•••••01\nTo: +1202•••••00\n');
  const reading = await keptReading(source('log.csv', consoleLog(rows)));
  expect(await storyOf(reading, 1, () => Promise.resolve(true))).toBeUndefined();
  await expect(storyOf(reading, 8)).rejects.toThrow('There is no message 8');
});

test('a copy for a ticket is masked as the switch says, and holds no text', async () => {
  const { story, report } = await storyAt('0');
  const masked = storyText(story, report, { timeZone: 'America/Sao_Paulo', isMasked: true }, wording);
  expect(masked).toBe(
    `${[
      `Message: ${sidOf(0)}`,
      'Status: undelivered 30007 Message filtered',
      'Sent: 2025-08-14 14:00 UTC−3',
      'From: +1202•••••00',
      'To: +1303•••••01',
      'Country: United States (US)',
      'Segments: 2',
      'Price: 0.0083 USD',
      'In the same minute:',
      '  3 others from the same sender: 2 delivered, 0 did not arrive, 1 without a final status.',
      '  2 others with the same text from it: 1 delivered, 0 did not arrive, 1 without a final status.',
      '  3 others to the same country: 2 delivered, 1 did not arrive.',
      'What it is: 30007 Message filtered',
      `A receipt says that it did not reach the phone. Resend: only after a fix.`,
      `Next: ${inWords(verdictOf(story, report, wording).next ?? [])}`,
    ].join('\n')}\n`,
  );
  expect(masked).not.toContain('Acme');
  expect(storyText(story, report, { timeZone: 'UTC', isMasked: false }, wording)).toContain('From: +12025550100\nTo: +13035550101\n');
});

test('a time that stands alone is when it was sent; one that is the creation of a message never sent is not', () => {
  const times = (given: object) =>
    storyText(
      { message: { direction: 'outbound', status: 'queued', country: 'US', ...given }, findings: [] },
      { findings: [] },
      { timeZone: 'UTC', isMasked: true },
      wording,
    )
      .split('\n')
      .filter((line) => /^(?:Created|Sent|Updated): /.test(line));
  const time = '2025-08-14T17:00:00Z';
  expect(times({ time })).toEqual(['Sent: 2025-08-14 17:00 UTC']);
  expect(times({ time, created: time })).toEqual(['Created: 2025-08-14 17:00 UTC']);
  expect(times({ time, created: '2025-08-14T16:00:00Z', sent: time, updated: '2025-08-14T18:00:00Z' })).toEqual([
    'Created: 2025-08-14 16:00 UTC',
    'Sent: 2025-08-14 17:00 UTC',
    'Updated: 2025-08-14 18:00 UTC',
  ]);
  expect(times({})).toEqual([]);
});

test('the verdict: the main finding, else the code, else the status', async () => {
  const trouble = await keptReading(troubleLog);
  const [first] = trouble.report.findings;
  const [place = 0] = (await placesUnder(trouble, first?.rows ?? {})) ?? [];
  expect((await storyOf(trouble, place))?.findings[0]).toBe(first?.key);
  const message = { direction: 'outbound', status: 'undelivered', code: '30003', country: 'US' } as const;
  const found = verdictOf({ message, findings: [first?.key ?? '', 'other'] }, trouble.report, wording);
  expect(found).toMatchObject({ finding: first, title: findingWords[first?.id ?? '']?.title, guide: first?.guide });
  expect(found.next).toEqual(first?.action.next ?? [findingWords[first?.id ?? '']?.doThis[0]]);
  expect(verdictOf({ message, findings: [] }, trouble.report, wording)).toMatchObject({
    title: `30003 ${knowledge.codes['30003']?.title ?? ''}`,
    guide: knowledge.codes['30003']?.guide,
  });
  const delivered = { direction: 'outbound', status: 'delivered', country: 'US' } as const;
  expect(verdictOf({ message: delivered, findings: [] }, trouble.report, wording)).toEqual({
    title: '',
    says: 'A receipt says that it arrived.',
    guide: 'delivered',
  });
  expect(verdictOf({ message: { ...delivered, status: 'lost', code: '99999' }, findings: [] }, trouble.report, wording)).toEqual({
    title: '99999 not in the dictionary',
    says: 'No status that the API defines.',
    guide: 'status',
  });
});

test('several findings are told, what is hostile stays inert', () => {
  const message = { direction: 'outbound', status: 'sent\u001b[2J', country: 'US', sender: '\u202e+12025550100', sid: 'x\n=1' } as const;
  const text = storyText({ message, findings: ['a', 'b'] }, { findings: [] }, { timeZone: 'UTC', isMasked: false }, wording);
  expect(text).toContain('It belongs to 2 findings; this is the main one.\n');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(text.split('\n')[0]).toBe('Message: x\ufffd=1');
  const masked = storyText({ message, findings: ['a'] }, { findings: [] }, { timeZone: 'UTC', isMasked: true }, wording);
  expect(masked.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(masked).not.toContain('It belongs');
});

test('neighbours in one sentence', () => {
  const said = (outbound: number, delivered: number, failed: number) =>
    inWords(neighbourSentence('country', { outbound, delivered, failed }));
  expect(said(0, 0, 0)).toBe('No other message to the same country.');
  expect(said(1, 1, 0)).toBe('1 other to the same country: 1 delivered, 0 did not arrive.');
  expect(said(4, 1, 2)).toBe('4 others to the same country: 1 delivered, 2 did not arrive, 1 without a final status.');
  expect([
    priceText({ direction: 'outbound', status: '', country: '' }),
    priceText({ direction: 'outbound', status: '', country: '', price: 1 }),
  ]).toEqual(['', '1.00']);
});
