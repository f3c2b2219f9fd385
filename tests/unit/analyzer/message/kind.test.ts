/** What status, direction and code say together, and the category it counts in: every status there is, as committed. */
import { expect, test } from 'vitest';
import { categoryOf } from '../../../../src/analyzer/message/category.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';
import { senderKind } from '../../../../src/analyzer/message/sender-kind.ts';
import { linkHostsIn } from '../../../../src/analyzer/message/links.ts';
import { statuses } from '../../../../src/catalog/status.ts';
import { knowledge } from '../../../knowledge.ts';

test('every status, each way, with and without a code', async () => {
  const words = [...statuses, '', ' Delivered ', 'made-up', 'x'.repeat(50)];
  const lines = words.flatMap((word) =>
    ['', 'inbound', ' Inbound-API', 'outbound-api', 'reply'].flatMap((way) =>
      ['', '0', '30007', '99999'].map((code) => {
        const kind = kindOf(word, way, code);
        const { word: told, status = 'none', isInbound, code: read = 'none', outcome, outcomeNumber, isFailure, rank } = kind;
        const facts = [told, status, isInbound ? 'in' : 'out', read, `${outcome} ${String(outcomeNumber)}`, isFailure ? 'failure' : 'none'];
        return `"${word}" "${way}" "${code}": ${facts.join(', ')}, rank ${String(rank)}, ${categoryOf(kind, knowledge)}`;
      }),
    ),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/reports/kinds.txt');
});

test.for([
  ['', 'unknown'],
  ['(chosen)', 'unknown'],
  ['whatsapp:+12025550100', 'channel'],
  ['messenger:1', 'channel'],
  ['rcs:acme', 'channel'],
  ['sms:x', 'alphanumeric'],
  [`MG${'0a'.repeat(16)}`, 'service'],
  [`mg${'0A'.repeat(16)}`, 'service'],
  [`MG${'0a'.repeat(15)}`, 'alphanumeric'],
  ['+12025550100', 'long-code'],
  ...['800', '833', '844', '855', '866', '877', '888'].map((area) => [`+1${area}5550100`, 'toll-free'] as const),
  ['+18225550100', 'long-code'],
  ['+1800555010', 'long-code'],
  ['+4480055501', 'long-code'],
  ['+1234567', 'unknown'],
  ['+12345678', 'long-code'],
  ['+123456789012345', 'long-code'],
  ['+1234567890123456', 'unknown'],
  ['12', 'unknown'],
  ['123', 'short-code'],
  ['12345678', 'short-code'],
  ['123456789', 'unknown'],
  ['ACME', 'alphanumeric'],
  ['4you', 'alphanumeric'],
  ['***', 'unknown'],
] as const)('the sender "%s" is %s', ([sender, kind]) => {
  expect(senderKind(sender)).toBe(kind);
});

test.for([
  ['See https://Acme.example/x?y', ['acme.example']],
  ['http://www.acme.example. and WWW.acme.example', ['acme.example']],
  ['www.a.example:80/x, https://b.example', ['a.example', 'b.example']],
  ['awww.acme.example, mail@acme.example', []],
  ['', []],
] as const)('the hosts in "%s"', ([text, hosts]) => {
  expect(linkHostsIn(text)).toEqual(hosts);
});
