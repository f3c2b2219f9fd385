/** Pages of the API for people: elements go by the first of their classes. */
import { expect, test } from 'vitest';
import { XmlTokens } from '../../../../../src/analyzer/records/xml/xml-tokens.ts';
import { fixture, fixturePath, report, source } from '../../../../log.ts';

const tokens = (text: string, cut = text.length): readonly string[] => {
  const reader = new XmlTokens(true);
  const found: string[] = [];
  for (let at = 0; at < text.length || at === 0; at += cut)
    for (const { kind, text: name } of reader.read(text.slice(at, at + cut), at + cut >= text.length))
      found.push(kind === 'open' ? `<${name}` : kind === 'close' ? `${name}>` : name);
  return found;
};

test.for([
  ['<div class="sid">SM1</div>', ['<sid', 'SM1', 'sid>']],
  ["<DIV CLASS = 'error-code first'><b>3</b></DIV>", ['<error-code', '<b', '3', 'b>', 'error-code>']],
  ['<div class="a"><br><img src="x>y">t</div>', ['<a', '<br', 'br>', '<img', 'img>', 't', 'a>']],
  ['<ul><li class="to">1<li class="from">2</ul>', ['<ul', '<to', '1', '<from', '2', 'from>', 'to>', 'ul>']],
  ['<Div class="a">t</dIV>', ['<a', 't', 'a>']],
  ['</p><div class="a"/>', ['<a', 'a>']],
] as const)('%j', ([text, expected]) => {
  expect(tokens(text)).toEqual(expected);
});

test('a page of messages, whatever the cuts', async () => {
  const bytes = fixture(fixturePath('messages.html'));
  const whole = await report([source('x', bytes)]);
  expect(whole).toMatchObject({
    clock: '2025-08-14T17:22:03Z',
    oldest: '2025-08-14T16:00:16Z',
    totals: { messages: 5, inbound: 1, delivered: 1, failed: 3 },
    sources: [{ format: 'rest-html', rows: 5 }],
  });
  for (const cut of [1, 100]) expect(await report([source('x', bytes, cut)])).toEqual(whole);
});

test('a page that is cut says so', async () => {
  const page = new TextDecoder().decode(fixture(fixturePath('messages.html')));
  const { sources } = await report([source('x', page.slice(0, page.lastIndexOf('class="status"')))]);
  expect(sources).toMatchObject([{ records: 4, skipped: [{ reason: 'truncated-end' }] }]);
});
