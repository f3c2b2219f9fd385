import { expect, test } from 'vitest';
import { filterOf, judgedUnder, saidOf, sameChips, toggled, windowOf, withWindow } from '../../../../src/islands/filter/chips.ts';
import {
  categoryChip,
  codeChip,
  countryChip,
  evidenceChip,
  failedCodeChip,
  findingChip,
  hourChip,
  linkChip,
  outcomeChip,
  senderChip,
  textChip,
  windowChip,
} from '../../../../src/islands/filter/make-chips.ts';
import { PICKED } from '../../../../src/analyzer/report/picked.ts';
import { plainPrinter } from '../../../../src/analyzer/write/plain.ts';

const [us, france, code] = [countryChip('US'), countryChip('FR'), codeChip('30007')];
const [early, late] = [windowChip(0, 10), windowChip(10, 20)];
const labelOf = ({ label }: typeof us): string => plainPrinter('UTC')(label).replaceAll(/[\u2066-\u2069]/g, '');

test('a chip takes the place of another of its kind; the same again takes it away', () => {
  expect(toggled([], us)).toEqual([us]);
  expect(toggled([us, code], france)).toEqual([code, france]);
  expect(toggled([us, code], countryChip('US'))).toEqual([code]);
});

test('findings are judged without chips that pick messages by how they ended', () => {
  const finding = { key: 'landline', evidence: [{ label: PICKED, value: 1 }] };
  expect(judgedUnder([])).toBeUndefined();
  expect(judgedUnder([us, late, senderChip('a'), hourChip(1), textChip([1], ''), linkChip('a.example')])).toBeUndefined();
  for (const byEnd of [code, categoryChip('expired'), outcomeChip('failed'), findingChip(finding, '', {})])
    expect(judgedUnder([us, byEnd, late])).toEqual([us, late]);
});

test('a figure of a finding that was judged without them shows all of its messages; how many pass adds up', () => {
  const finding = { key: 'landline', evidence: [{ label: PICKED, value: 1 }] };
  const chipOf = (label: string) => evidenceChip(finding, 'Landlines', { label, value: 1 }, {});
  for (const ofAll of [findingChip(finding, '', {}), chipOf('to landlines')]) {
    expect(toggled([us, code, late], ofAll)).toEqual([us, late, ofAll]);
    expect(toggled([us, ofAll], ofAll)).toEqual([us]);
  }
  expect(toggled([us, code], chipOf(PICKED))).toEqual([us, code, chipOf(PICKED)]);
  expect(labelOf(chipOf(PICKED))).toBe('Landlines');
});

test('a window moves where it stands, comes last and goes', () => {
  expect(withWindow([early, code], late)).toEqual([late, code]);
  expect(withWindow([code], late)).toEqual([code, late]);
  expect(withWindow([early, code], undefined)).toEqual([code]);
  expect(windowOf([code, late])).toEqual({ from: 10, to: 20 });
  expect(windowOf([code])).toBeUndefined();
});

test('chips are one filter: none takes all, one is itself, several are all of them', () => {
  expect(filterOf([])).toEqual({});
  expect(filterOf([code])).toEqual({ codes: ['30007'] });
  expect(filterOf([code, late])).toEqual({ all: [{ codes: ['30007'] }, { time: { from: 10, to: 20 } }] });
});

test('chips are the same where they are of the same filters in the same order', () => {
  expect(sameChips([us, code], [countryChip('US'), codeChip('30007')])).toBe(true);
  expect(sameChips([us, code], [code, us])).toBe(false);
  expect(sameChips([us], [us, code])).toBe(false);
  expect(sameChips([us, code], [us])).toBe(false);
});

test('each says what it takes, and takes it', () => {
  const finding = { key: 'landline', evidence: [] };
  const evidence = { label: 'to landlines', value: 4 };
  const rows = { codes: ['30006'] };
  const told = [
    code,
    codeChip(''),
    failedCodeChip('30003'),
    failedCodeChip(''),
    categoryChip('content-filtered'),
    outcomeChip('no-receipt'),
    outcomeChip('inbound'),
    us,
    senderChip('+12025550142'),
    senderChip(''),
    windowChip(0, 3_600_000),
    findingChip(finding, 'Landlines', rows),
    evidenceChip(finding, 'Landlines', evidence, rows),
  ].map((chip) => [chip.kind, labelOf(chip), chip.filter]);
  expect(told).toEqual([
    ['code', '30007', { codes: ['30007'] }],
    ['code', 'none', { codes: [''] }],
    ['code', '30003, did not arrive', { direction: 'outbound', outcomes: ['failed', 'undelivered'], codes: ['30003'] }],
    ['code', 'none, did not arrive', { direction: 'outbound', outcomes: ['failed', 'undelivered'], codes: [''] }],
    ['category', 'Filtered as unwanted', { categories: ['content-filtered'] }],
    ['outcome', 'No receipt', { direction: 'outbound', outcomes: ['no-receipt'] }],
    ['outcome', 'Inbound', { direction: 'inbound', outcomes: ['inbound'] }],
    ['country', 'United States', { direction: 'outbound', countries: ['US'] }],
    ['sender', '+12025550142', { direction: 'outbound', senders: ['+12025550142'] }],
    ['sender', 'not in the log', { direction: 'outbound', senders: [''] }],
    ['window', expect.stringContaining('01:00') as string, { time: { from: 0, to: 3_600_000 } }],
    ['finding', 'Landlines', rows],
    ['finding', 'Landlines: to landlines', rows],
  ]);
  expect(
    new Set([code, failedCodeChip('30007'), findingChip(finding, '', rows), evidenceChip(finding, '', evidence, rows)].map(({ id }) => id))
      .size,
  ).toBe(4);
});

test('chips are said in one line, each with what it is about', () => {
  const said = (...chips: Parameters<typeof saidOf>[0]): string => labelOf({ ...us, label: saidOf(chips) });
  expect(said(code, us, hourChip(9))).toBe('Code: 30007; Country: United States; Hour: 09:00–10:00 UTC');
  expect(said(us)).toBe('Country: United States');
  expect(said()).toBe('');
});
