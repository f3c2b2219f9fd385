import { expect, test } from 'vitest';
import { errorMarkdown, type MarkdownContext } from '../../../src/site/error-markdown.ts';
import { errorRecord } from '../../../src/site/error-record.ts';
import { lookAlikesOf } from '../../../src/site/look-alikes.ts';
import { twinsOfCode } from '../../../src/site/twins.ts';
import { dictionary, errors, facts } from '../../content.ts';

const site = new URL('https://example.com');
const titles = new Map(dictionary.map(({ code, title }) => [String(code), title]));
const context: MarkdownContext = {
  facts: facts.facts,
  pages: new Map(errors.map(({ name, data }) => [name, data])),
  lookAlikes: lookAlikesOf,
  twins: twinsOfCode,
  otherTitle: (code) => titles.get(code),
  absolute: (path) => new URL(path, site).href,
};

test('the machine form holds every field of the front matter and absolute addresses', () => {
  for (const { name, data } of errors) {
    const record = errorRecord(data, site);
    expect(record).toMatchObject(data);
    expect(record.url).toBe(`https://example.com/errors/${name}/`);
    expect(record.guideUrl).toBe(`https://example.com/guide/${data.guide}/`);
  }
});

test('without an origin the addresses are paths', () => {
  const [first] = errors;
  expect(first && errorRecord(first.data, undefined).url).toBe(`/errors/${first?.name ?? ''}/`);
});

test.for(errors)('the Markdown form of $name is plain Markdown: no component is left in it', ({ name, data, body }) => {
  const text = errorMarkdown(data, body, context);
  expect(text.startsWith(`# ${name} ${data.title}\n`)).toBe(true);
  expect(text).not.toMatch(/<\/?(?:Fact|ErrorLink|GuideLink|FindingLink)\b/);
  expect(text).not.toContain('undefined');
  expect(text).toContain(`https://example.com/errors/${name}/`);
});
