import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPastedKnowledge } from '../../src/cli/knowledge.ts';
import { formats } from '../../src/analyzer/formats/index.ts';
import { read } from '../../src/pasted/read.ts';

const knowledge = loadPastedKnowledge();
const folder = (format: string): URL => new URL(`../fixtures/formats/${format}/`, import.meta.url);
/** A paste is text: what a file's bytes say of it is not there. */
const isText = (text: string): boolean => !text.includes('\0') && !text.includes('\ufffd');
const textsOf = (format: string): readonly (readonly [file: string, text: string])[] =>
  readdirSync(folder(format))
    .map((file) => [file, readFileSync(new URL(file, folder(format)), 'utf8')] as const)
    .filter(([, text]) => isText(text));

/** One message: the box itself says what it means. */
const single = new Set(['rest_single_message.json']);

test.each(formats.map(({ id }) => id))('a log of the format %s that is pasted into the box is handed to the analyzer', (format) => {
  const texts = textsOf(format);
  expect(texts.length).toBeGreaterThan(0);
  const kept = texts.filter(([file, text]) => !single.has(file) && read(text, knowledge)[0]?.lead?.to !== 'analyzer').map(([file]) => file);
  expect(kept).toEqual([]);
});
