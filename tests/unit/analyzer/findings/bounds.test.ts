/** Where a finding changes its mind: just below and just at a limit of content/facts.yaml. */
import { describe, expect, test } from 'vitest';
import { hosts } from '../../../../src/analyzer/findings/link-filtered/hosts-table.ts';
import { filteredTexts } from '../../../../src/analyzer/findings/template-filtered/texts-table.ts';
import { consoleLog, consoleRow, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';
import { countInto } from '../laws/counting.ts';

const german = (n: number): string => `+4915550100${String(n).padStart(2, '0')}`;
const blocked = (n: number, time: number): MessageRow => ({ to: german(n), status: 'failed', code: '30450', time });
const passed = (n: number, time: number): MessageRow => ({ to: german(50 + n), time });

describe('pumping-block', () => {
  /** Ten stopped messages of one country, `span` minutes from first to last, `since` before the end of the log; twelve that were delivered. */
  const says = async (span: number, since: number, delivered = 12): Promise<string | undefined> => {
    const last = NOON - since * MINUTE;
    const rows = [
      ...Array.from({ length: 10 }, (_, n) => blocked(n, last - Math.round((span * n) / 9) * MINUTE)),
      ...Array.from({ length: delivered }, (_, n) => passed(n, n === 0 ? NOON : last - (span + 30 + n) * MINUTE)),
    ];
    const { findings } = await report([source('log.csv', consoleLog(rows))]);
    const finding = findings.find(({ id }) => id === 'pumping-block');
    return finding === undefined ? undefined : JSON.stringify(finding.sentence).match(/were accepted|held to the end|on and off/)?.[0];
  };

  test('it is over when an hour has passed since, and it took four hours at most', async () => {
    expect(await says(240, 60)).toBe('were accepted');
    expect(await says(240, 59)).toBe('on and off');
    expect(await says(241, 60)).toBe('on and off');
  });

  test('it holds where half of the messages or more are stopped', async () => {
    expect(await says(300, 10, 10)).toBe('held to the end');
    expect(await says(300, 10, 11)).toBe('on and off');
  });
});

test('the table of hosts counts delivered and filtered messages with and without links, from nothing', () => {
  const table = hosts.make(hosts.options(knowledge));
  expect([table.delivered, table.filtered]).toEqual([0, 0]);
  countInto(table, [
    consoleRow(1, { to: usNumber(1), body: 'See https://a.example' }),
    consoleRow(2, { to: usNumber(2), body: 'No link' }),
    consoleRow(3, { to: usNumber(3), body: 'See https://a.example', status: 'undelivered', code: '30007' }),
    consoleRow(4, { to: usNumber(4), body: 'See https://a.example', status: 'undelivered', code: '30003' }),
  ]);
  expect([table.delivered, table.filtered]).toEqual([2, 1]);
  const count = table.hosts.get('a.example')?.senders.get('+12025550100');
  expect([count?.total, count?.delivered, count?.filtered.count]).toEqual([3, 1, 1]);
});

test('a host that is too long to be kept whole is one host still, with its texts', () => {
  const table = hosts.make(hosts.options(knowledge));
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  countInto(table, [
    consoleRow(1, { to: usNumber(1), body: `One https://${host}/1`, status: 'undelivered', code: '30007' }),
    consoleRow(2, { to: usNumber(2), body: `Two https://${host}/2`, status: 'undelivered', code: '30007' }),
  ]);
  expect([...table.hosts].map(([name, { texts }]) => [name, texts.size])).toEqual([[host.slice(0, 120), 2]]);
});

test('messages with hosts for which there is no room are counted, from none on, also those of another table', () => {
  const linked = (...places: readonly string[]) =>
    places.map((host, n) => consoleRow(n, { to: usNumber(n), body: `See https://${host}.example/x` }));
  const table = hosts.make({ ...hosts.options(knowledge), limits: { pairs: 1 } });
  const untold = (): number => table.caps[0]?.count ?? NaN;
  countInto(table, linked('a', 'a'));
  expect(untold()).toBe(0);
  countInto(table, linked('b', 'a', 'c'));
  expect(untold()).toBe(2);
  const other = hosts.make({ ...hosts.options(knowledge), limits: { pairs: 2 } });
  countInto(other, linked('a', 'b', 'b', 'b', 'd'));
  table.merge(other.save());
  // One was told by the other, three do not fit here.
  expect(untold()).toBe(2 + 1 + 3);
  expect([...table.hosts].map(([host, { senders }]) => [host, senders.get('+12025550100')?.total])).toEqual([['a.example', 4]]);
});

test('what a table of texts forgot and what did not fit are told together', () => {
  const table = filteredTexts.make(filteredTexts.options(knowledge));
  table.merge({ templates: [], filtered: [], sweeps: 2, overflow: 3 });
  table.merge({ templates: [], filtered: [], sweeps: 1, overflow: 0 });
  expect(table.caps.map(({ id, count }) => [id, count])).toEqual([['texts-capped', 6]]);
});
