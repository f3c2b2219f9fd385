/**
 * `npm run pasted`: how well the recognisers read what people paste, as a table. Ends with 1 when a bar is missed.
 *
 * Sentences: each quoted one of content/sentences.json in five wrappers and masks that no other test uses. Foreign: as many texts
 * that hold none. Complaints: complaints.json, written after content/complaints.json was frozen; its `about` says so in full.
 */
import { readFileSync } from 'node:fs';
import { read } from '../../src/pasted/read.ts';
import type { Reading } from '../../src/pasted/reading.ts';
import { pastedKnowledge } from './knowledge.ts';
import { foreignTexts, wrappedSentences, wrappers } from './wrapped.ts';

interface Complaint {
  readonly words: string;
  readonly step: string;
  readonly or?: readonly string[];
}

const codesOf = (reading: Reading | undefined): readonly string[] =>
  reading === undefined
    ? []
    : [reading.lead, ...(reading.notes ?? []).map(({ lead }) => lead)].flatMap((lead) =>
        lead?.to === 'error' || lead?.to === 'twilio' ? [lead.code] : [],
      );
const opened = (readings: readonly Reading[]): Reading | undefined =>
  readings.length === 1 && readings[0]?.sure === true ? readings[0] : undefined;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const rows: (readonly [what: string, tried: number, right: string, bar: string, ok: boolean])[] = [];
const verbose = process.argv.includes('--misses');
const misses: string[] = [];

const wrapped = wrappedSentences(pastedKnowledge);
const times: number[] = [];
const right = wrapped.filter(({ sentence, text }) => {
  const started = performance.now();
  const readings = read(text, pastedKnowledge);
  times.push(performance.now() - started);
  const [first] = readings;
  const wanted = [...(sentence.code === undefined ? [] : [sentence.code]), ...(sentence.or ?? [])];
  const isRight =
    sentence.code === undefined
      ? first?.lead?.to === 'guide' && first.lead.step === sentence.step
      : codesOf(first).some((code) => wanted.includes(code));
  if (!isRight)
    misses.push(
      `sentence ${sentence.code ?? sentence.step ?? ''}: ${text.slice(0, 160)} => ${readings.map(({ says }) => says.slice(0, 60)).join(' | ')}`,
    );
  return isRight;
});
for (const { name } of wrappers) {
  const all = wrapped.filter(({ wrapper }) => wrapper === name);
  rows.push([`  ${name}`, all.length, percent(right.filter(({ wrapper }) => wrapper === name).length, all.length), '', true]);
}
rows.unshift([
  'sentences in five wrappers',
  wrapped.length,
  percent(right.length, wrapped.length),
  'at least 95 %',
  right.length / wrapped.length >= 0.95,
]);

const foreign = foreignTexts(wrapped.length);
const wrongly = foreign.filter((text) => {
  const reading = opened(read(text, pastedKnowledge));
  if (reading !== undefined) misses.push(`foreign: ${text.slice(0, 160)} => ${reading.says}`);
  return reading !== undefined;
});
rows.push([
  'texts that hold none, wrongly opened',
  foreign.length,
  percent(wrongly.length, foreign.length),
  'at most 2 %',
  wrongly.length / foreign.length <= 0.02,
]);

const { complaints, about } = JSON.parse(readFileSync(new URL('complaints.json', import.meta.url), 'utf8')) as {
  about: string;
  complaints: readonly Complaint[];
};
const led = (complaint: Complaint, readings: readonly Reading[]): boolean =>
  readings.some(({ lead }) => lead?.to === 'guide' && [complaint.step, ...(complaint.or ?? [])].includes(lead.step));
const answered = complaints.map((complaint) => ({ complaint, readings: read(complaint.words, pastedKnowledge) }));
const first = answered.filter(({ complaint, readings }) => led(complaint, readings.slice(0, 1)));
for (const { complaint, readings } of answered)
  if (!led(complaint, readings.slice(0, 1)))
    misses.push(`complaint ${complaint.step}: ${complaint.words} => ${readings.map(({ says }) => says.slice(0, 50)).join(' | ')}`);
rows.push([
  'complaints, the step opens or comes first',
  complaints.length,
  percent(first.length, complaints.length),
  'at least 90 %',
  first.length / complaints.length >= 0.9,
]);
rows.push([
  '  among what is offered',
  complaints.length,
  percent(answered.filter((answer) => led(answer.complaint, answer.readings)).length, complaints.length),
  '',
  true,
]);
rows.push([
  '  opened at once, and wrong',
  complaints.length,
  percent(
    answered.filter(({ complaint, readings }) => opened(readings) !== undefined && !led(complaint, readings)).length,
    complaints.length,
  ),
  '',
  true,
]);

times.sort((a, b) => a - b);
for (const [what, tried, result, bar, ok] of rows)
  console.log(`${what.padEnd(44)} ${String(tried).padStart(5)}  ${result.padStart(7)}  ${bar.padEnd(14)} ${ok ? '' : 'MISSED'}`);
console.log(`\none reading: median ${(times[times.length >> 1] ?? 0).toFixed(2)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`);
console.log(`complaints: ${about}`);
if (verbose) console.log(`\n${misses.join('\n')}`);
process.exit(rows.every(([, , , , ok]) => ok) ? 0 : 1);
