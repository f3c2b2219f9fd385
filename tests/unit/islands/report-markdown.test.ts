import { expect, test } from 'vitest';
import { reportMarkdown } from '../../../src/islands/report-markdown.ts';
import { troubled } from './report-fixture.ts';

const wording = { zone: 'UTC', titleOf: (id: string) => id, titleOfCode: () => undefined };

test('Markdown for pasting holds no whole number and no account', () => {
  const [source] = troubled.sources;
  if (source === undefined) throw new Error('the fixture has a source');
  const named = { ...troubled, sources: [{ ...source, name: 'sms-log-ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_2025-08-14.csv' }] };
  const text = reportMarkdown(named, wording);
  expect(text).toContain('+1415•••••00 is not in an approved');
  expect(text).not.toMatch(/\d{10}|AC[0-9a-f]{32}/);
});

test('text of a log cannot become markup or turn the direction of writing', () => {
  const [finding] = troubled.findings;
  if (finding === undefined) throw new Error('the fixture has a finding');
  const hostile = { ...troubled, findings: [{ ...finding, sentence: '<img src=x> [a](javascript:b) \u202Eevil | `x`' }] };
  const text = reportMarkdown(hostile, wording);
  expect(text).toContain('\\<img src=x\\> \\[a\\](javascript:b)');
  expect(text).not.toContain('\u202E');
});

test('a text that a finding quotes is left out', () => {
  const [finding] = troubled.findings;
  if (finding === undefined) throw new Error('the fixture has a finding');
  const quoting = { ...finding, sentence: 'The text “Hello [name]” is filtered.', subject: { template: 'Hello [name]' } };
  expect(reportMarkdown({ ...troubled, findings: [quoting] }, wording)).toContain('The text “…” is filtered.');
});
