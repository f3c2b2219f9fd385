import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkReader, linkHostsIn } from '../../../../src/analyzer/message/links.ts';

const utf8 = new TextEncoder();

/** The hosts as a file of CSV tells them: a quote stands there twice, and something before and behind the cell. */
function fromBytes(reader: LinkReader, text: string): readonly string[] | undefined {
  const cell = utf8.encode(text.replaceAll('"', '""'));
  const bytes = utf8.encode('www."').length;
  const file = new Uint8Array([...utf8.encode('www."'), ...cell, ...utf8.encode('",http://behind.example')]);
  return reader.hostsIn(file, bytes, bytes + cell.length);
}

const part = fc.constantFrom(
  ...['bit.ly', 'shop.com', '/a', '/1', '-', '@', 'é', '2'],
  ...['http://', 'HTTPS://', 'https:/', 'http:', '://', 'www.', 'WwW.', 'ww.', 'acme.example', 'B.example', '/x?y', ':80', '.', ' ', '"'],
  ...['x', '_', '\n', '\t', '(', '<', "'", '#', 'é', 'ж', '\u00a0', '\u2028', '🎉', 'httphttps://', 's'],
);
const text = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''));

test('hosts are told from bytes as from the text, or the text is asked', () => {
  const reader = new LinkReader();
  let told = 0;
  fc.assert(
    fc.property(text, (body) => {
      const hosts = fromBytes(reader, body);
      if (hosts !== undefined) expect(hosts, JSON.stringify(body)).toEqual(linkHostsIn(body));
      if (hosts !== undefined && hosts.length > 0) told += 1;
    }),
    { numRuns: 4_000, seed: 3 },
  );
  expect(told).toBeGreaterThan(300);
});

test.for([
  'hxtp://a',
  'htxp://a',
  'httx://a',
  'xttp://a',
  'ttp://a',
  'httpx://a',
  'http:x/a',
  'http:/xa',
  'xww.a',
  'wxw.a',
  'wwx.a',
  'ww.a',
  'http:/',
])('no link begins with %s', (body) => {
  expect(fromBytes(new LinkReader(), body)).toEqual([]);
  expect(linkHostsIn(body)).toEqual([]);
});

test.for([
  ['h', 'ttp://a', []],
  ['w', 'ww.a', []],
  ['x', 'www.a', ['a']],
  ['x', 'http://a', ['a']],
  ['http', '://a', []],
  ['http', 's://a', []],
] as const)('what stands before a cell ("%s") is no part of "%s"', ([before, body, hosts]) => {
  const bytes = utf8.encode(before + body);
  expect(new LinkReader().hostsIn(bytes, before.length, bytes.length)).toEqual(hosts);
  // Nor what stands behind it.
  const more = utf8.encode(`${before}${body} http:/`);
  expect(new LinkReader().hostsIn(new Uint8Array([...more, 47, 97]), before.length, more.length)).toEqual(hosts);
});

test('a sign right behind a cell makes no link of its end', () => {
  const bytes = utf8.encode('bit.ly/3xY www.a http://b');
  expect(['bit.ly', 'bit.ly/3xY www', 'bit.ly/3xY www.a http'].map((cell) => new LinkReader().hostsIn(bytes, 0, cell.length))).toEqual([
    [],
    ['bit.ly'],
    undefined,
  ]);
});

test.for([
  ['Your code: bit.ly/3xY', ['bit.ly']],
  ['BIT.LY/ABC', ['bit.ly']],
  ['(t.co/x), then my-shop.com.br/oferta.', ['t.co', 'my-shop.com.br']],
  ['詳細はbit.ly/abc', ['bit.ly']],
  ['a.com/1 b.com/2 a.com/3', ['a.com', 'b.com']],
  ['https://a.com/b.com/x?u=c.com/d www.e.com/f', ['a.com', 'e.com']],
  ['1688.store/x', []],
  ['We close today.Please call', []],
  ['We close today.Please/kindly call', []],
  ['Now v1.2/x, e.g.x, e.g./x, 24/7, and/or, 9.am/pm, p.m./a.m.', []],
  ['bit.ly or acme.com alone', []],
  ['acme.com/ and acme.com/_', []],
  ['me@acme.com/x, müller.de/x, a_b.com/x', []],
  ['acme.com:80/x', []],
] as const)('the hosts of "%s"', ([body, hosts]) => {
  expect(linkHostsIn(body)).toEqual(hosts);
  const fromFile = fromBytes(new LinkReader(), body);
  if (fromFile !== undefined) expect(fromFile).toEqual(hosts);
});

test('a long run of what a host consists of is looked at once', () => {
  for (const run of ['a', 'a.', '1-', 'a1.', 'é', '/', 'a.co/', '.co/a'])
    expect(linkHostsIn(`${run.repeat(200_000)}/x`)).toHaveLength(run === 'a.co/' ? 1 : 0);
});

test.for([
  ['See https://Acme.example/x?y', ['acme.example']],
  ['www.acme.example.', ['acme.example']],
  ['"http://www.acme.example"', ['acme.example']],
  ['http://a', ['a']],
  ['http://', []],
  ['http:// www.', []],
  ['1http://a', ['a']],
  ['1www.a', []],
  ['éwww.a', ['a']],
  ['awww.acme.example, mail@acme.example', []],
  ['', []],
  ['http://a http://a', ['a']],
  ['http://a http://b', undefined],
  ['www.acme.com/x', ['acme.com']],
  ['bit.ly/x', ['bit.ly']],
  ['ébit.ly/x', undefined],
  ['bit.ly/x www.acme.com', undefined],
  ['http://münchen.example', undefined],
  ['http://é', undefined],
  [`http://${'a'.repeat(253)}`, ['a'.repeat(253)]],
  [`http://${'a'.repeat(254)}`, undefined],
] as const)('the hosts in the bytes of "%s"', ([body, hosts]) => {
  const reader = new LinkReader();
  expect([fromBytes(reader, body), fromBytes(reader, body)]).toEqual([hosts, hosts]);
});

test('more hosts than are remembered are told all the same', () => {
  const reader = new LinkReader();
  for (const round of [1, 2]) {
    for (let n = 0; n < 5_000; n += 1) {
      const host = `host-${String(n)}.example`;
      if (fromBytes(reader, `${String(round)} https://${host}/`)?.[0] !== host) throw new Error(host);
    }
  }
});
