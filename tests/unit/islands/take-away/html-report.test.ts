import { expect, test } from 'vitest';
import { textsUnder, type Texts } from '../../../../src/analyzer/ask-texts.ts';
import { address, say } from '../../../../src/analyzer/report/sentence.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { saidOf } from '../../../../src/islands/filter/chips.ts';
import { codeChip, senderChip } from '../../../../src/islands/filter/make-chips.ts';
import { htmlReport } from '../../../../src/islands/take-away/html-report.ts';
import { keptReading, troubleLog } from '../../../kept-reading.ts';
import { knowledge } from '../../../knowledge.ts';
import { troubled } from '../report-fixture.ts';

const words = {
  'dead-number': {
    title: 'Numbers that do not exist',
    doThis: ['Take them off the list.'],
    settle: 'A call to one of them.',
    confusedWith: [{ code: 30003, how: 'A phone that is off answers again later.' }],
  },
};

const saved = (report: Report, change: Partial<Parameters<typeof htmlReport>[0]> = {}): string =>
  htmlReport({
    report,
    knowledge,
    words,
    timeZone: 'UTC',
    isMasked: true,
    made: Date.UTC(2026, 10, 26, 18),
    madeIn: 'a browser',
    digests: [{ name: 'sms-log.csv', sha256: 'ab'.repeat(32) }],
    ...change,
  });

test('the file holds the log’s name, the date, the sum of the file, figures, findings, chart and tables, and needs nothing else', () => {
  const html = saved(troubled);
  for (const part of [
    'Made 2026-11-26 18:00 UTC with Undelivered',
    `<bdi>sms-log.csv</bdi> · 2.5 MB · Twilio Console CSV (2025) · SHA-256 ${'ab'.repeat(32)}`,
    '420 did not arrive (3.8 % of those with a final status)',
    '2. <strong>Numbers that do not exist</strong><br>31 numbers no longer exist',
    '<li>Take them off the list.</li>',
    'To settle it: A call to one of them.',
    'Or: 30003: A phone that is off answers again later.',
    '<div class="chart">',
    '<li>The log has no times. quiet hours.</li>',
    '<h3>Hours of the day</h3>',
    '<td><bdi>09:00–10:00</bdi></td>',
    '<h2>Cost</h2>\n<ul><li><bdi>83.02 USD</bdi> priced in the log, <bdi>2.31 USD</bdi> of it on what did not arrive; about <bdi>0.144 USD</bdi> in fees for failed messages; 11 messages without a price</li></ul>',
    'rows repeat a message that was already counted; the latest state was kept. lines 12, 40, …',
  ])
    expect(html).toContain(part);
  expect(html).not.toMatch(/<script|<link|<img|<a |https?:|url\(|\son\w+=/);
});

test('numbers are masked, or stand in full as the page shows them, and the file says which', () => {
  expect(saved(troubled)).toContain('<bdi>+1415•••••00</bdi> is not in an approved');
  expect(saved(troubled)).toContain('Phone numbers are masked.');
  expect(saved(troubled)).not.toMatch(/\+\d{9}/);
  const full = saved(troubled, { isMasked: false });
  expect(full).toContain('<bdi>+14155550100</bdi> is not in an approved');
  expect(full).toContain('Phone numbers stand in full: handle it as you would the log.');
});

test('words of the chart stand around it, one label where findings begin close together', () => {
  const html = saved(troubled);
  expect(html).toContain('<b style="left:62.5%">2</b><b style="left:75.2%">1</b>');
  expect(/<svg viewBox.*<\/svg>/.exec(html)?.[0]).not.toContain('<text');
  const [first, second] = troubled.findings;
  if (first === undefined || second === undefined) throw new Error('the fixture has two findings');
  const since = '2025-08-15T15:30:00.000Z';
  expect(saved({ ...troubled, findings: [first, second].map((finding) => ({ ...finding, since })) })).toMatch(
    /<b style="left:[\d.]+%">1,2<\/b>/,
  );
});

test('a file without its sum says why', () => {
  expect(saved(troubled, { digests: [] })).toContain('the file was not at hand when this was saved');
  expect(saved(troubled, { digests: [{ name: 'sms-log.csv' }] })).toContain('the file changed or went away since it was read');
});

test('nothing of a log acts as markup', () => {
  const evil = '</title><script>alert(1)</script><img src=x onerror="x">&lt;\u0007\u202E';
  const [source] = troubled.sources;
  const [finding] = troubled.findings;
  if (source === undefined || finding === undefined) throw new Error('the fixture has both');
  const html = saved({
    ...troubled,
    sources: [{ ...source, name: evil }],
    bySender: [{ sender: evil, kind: 'unknown', outbound: 1, delivered: 1, failed: 0, undelivered: 0, noReceipt: 0 }],
    findings: [{ ...finding, sentence: say`${address(evil)} and ${{ text: evil }}.` }],
    cost: [],
  });
  expect(html).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;x&quot;&gt;&amp;lt; </bdi>');
  expect(html).not.toMatch(/<script|<img|[\u0007\u202E]/);
});

test('a table of many rows is cut, adds up all the same, and says how many more there are', () => {
  const bySender = Array.from({ length: 130 }, (_, i) => ({
    sender: `S${String(i)}`,
    kind: 'alphanumeric' as const,
    outbound: 10,
    delivered: 10,
    failed: 0,
    undelivered: 0,
    noReceipt: 0,
  }));
  const html = saved({ ...troubled, bySender, totals: { ...troubled.totals, outbound: 1300, delivered: 1300, failed: 0, noReceipt: 0 } });
  expect(html).toContain('<td>30 more rows</td><td class="n">300</td>');
});

test('texts and links stand in it where they are known, masked and inert, and the zone of its times is said', async () => {
  const texts = await textsUnder(await keptReading(troubleLog), {});
  const html = saved(troubled, { texts, timeZone: 'America/New_York' });
  expect(html.indexOf('<h3>Texts</h3>')).toBeGreaterThan(html.indexOf('<h3>Senders</h3>'));
  expect(html).toContain(`<bdi>${texts?.links[0]?.host ?? '?'}</bdi>`);
  expect(html).toContain('Times are of the zone America/New_York; only hours of the day are counted in UTC.');
  const hostile = { ...texts?.texts[0], text: '<img src=x> +14155550100' } as Texts['texts'][number];
  expect(saved(troubled, { texts: { ...texts, texts: [hostile] } as Texts })).toContain('<bdi>&lt;img src=x&gt; +1415•••••00</bdi>');
  expect(saved(troubled)).not.toContain('<h3>Texts</h3>');
  expect(saved(troubled)).toContain('Times are of UTC.');
});

test('a log without findings says what may be said of it, and one without times has no chart', () => {
  const html = saved({ ...troubled, findings: [], byHour: [] });
  expect(html).toContain('<strong>No known pattern.</strong>');
  expect(html).not.toContain('<svg');
});

test('a file that was made under filters names them, masked as the rest', () => {
  const only = saidOf([codeChip('30007'), senderChip('+14155550100')]);
  expect(saved(troubled, { only })).toContain(
    '<p><strong>Only messages with Code: 30007; Sender: <bdi>+1415•••••00</bdi>.</strong> Findings are judged on the messages that pass the filter alone.</p>',
  );
  expect(saved({ ...troubled, findings: [] }, { only })).toContain('<strong>No finding among these.</strong> No pattern');
  expect(saved({ ...troubled, findings: [] })).toContain('<strong>No known pattern.</strong> 420 of');
  expect(saved(troubled, { only, isMasked: false })).toContain('Sender: <bdi>+14155550100</bdi>.');
  expect(saved(troubled)).not.toContain('Only messages with');
});
