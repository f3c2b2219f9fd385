import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arrive, follow } from '../../src/guide/tree/arrival.ts';
import { longestWay } from '../../src/guide/tree/longest.ts';
import { readInline } from '../../src/guide/tree/inline.ts';
import { defineGuide } from '../../src/guide/tree/tree.ts';
import { dictionary, errors, facts, steps, ways } from '../content.ts';

const ids = new Set(steps.map(({ name }) => name));
const codes = Object.fromEntries(errors.map(({ name, data }) => [name, data.guide]));
const defined = defineGuide(Object.fromEntries(steps.map(({ name, data }) => [name, data])), codes);
const everyCode = new Set([...errors.map(({ name }) => name), ...dictionary.map(({ code }) => String(code))]);

test('the steps make a guide: no unknown target, no step out of reach, no dead end, no circle', () => {
  expect(defined.ok ? [] : defined.problems).toEqual([]);
  expect(steps.length).toBeGreaterThan(100);
});

test('every file of content/guide is a step', () => {
  const files = readdirSync(new URL('../../content/guide/', import.meta.url));
  expect(files.map((file) => file.replace(/\.mdx$/, '')).sort()).toEqual([...ids].sort());
});

test('the longest way has at most seven questions', () => {
  if (!defined.ok) throw new Error('the steps make no guide');
  const way = longestWay(defined.guide);
  expect(way.length).toBeGreaterThan(3);
  // The last step of the way is its outcome.
  expect(way.slice(0, -1).length, way.join(' > ')).toBeLessThanOrEqual(7);
});

/** The step where clicks on these answers end, from the step and answers of an address. */
function walk(at: string, query: string, ...clicks: readonly string[]) {
  if (!defined.ok) throw new Error('the steps make no guide');
  const { guide } = defined;
  return clicks.reduce(
    (arrival, click) => {
      const place = follow(guide, arrival, click);
      return arrive(guide, place.step, new URLSearchParams(place.answers));
    },
    arrive(guide, at, new URLSearchParams(query)),
  );
}

test.each(['undelivered', 'failed'])('a message that is %s and has no code comes to an outcome, not back to the question', (status) => {
  expect(walk(status, `status=${status}`, 'unknown', 'none').step).toBe('no-code');
  expect(walk('start', '', 'code', 'unknown', 'none', status).step).toBe('no-code');
});

test('a known code is kept past "I don\'t know"', () => {
  expect(walk('start', '', 'code', '30007', 'unknown', 'sender')).toMatchObject({
    step: 'one-sender',
    answers: { code: '30007' },
    dropped: [],
  });
});

test('a code beside a delivered message leads to records that disagree', () => {
  expect(walk('start', 'status=delivered&code=30008')).toMatchObject({
    step: 'callbacks-out-of-order',
    answers: { status: 'delivered', code: '30008' },
    dropped: [],
  });
  expect(walk('callbacks-out-of-order', 'status=delivered&code=30008')).toMatchObject({ step: 'callbacks-out-of-order', dropped: [] });
});

test('costs and opt-outs have a door from the first question', () => {
  expect(walk('start', '', 'many', 'totals', 'cost').step).toBe('charges');
  expect(walk('start', '', 'many', 'totals', 'opt-outs').step).toBe('opt-out-list');
});

test('a known status needs no question whether the row can be seen', () => {
  expect(walk('start', 'have=complaint&status=failed').step).toBe('failed');
});

test('what was said stands in the order of the way, also after an earlier answer was given later', () => {
  expect(walk('filtered', 'code=30007&status=undelivered&have=status').said.map(({ fact }) => fact)).toEqual(['have', 'status', 'code']);
});

test('lists of keywords are offered as a choice, never as words to send together', () => {
  const lines = steps.flatMap(({ data }) => (data.kind === 'outcome' ? [...data.doNow, ...data.prevent] : []));
  const quoting = lines.filter((line) => /\{fact opt-(?:in|out)-keywords\}/.test(line));
  expect(quoting.length).toBeGreaterThan(3);
  expect(quoting.filter((line) => !/(?:one|any) of these/i.test(line))).toEqual([]);
});

/** What customers say, as the answers an agent gives who never saw the guide. */
const complaints: readonly (readonly [says: string, answers: readonly string[], outcome: string])[] = [
  [
    'the log says delivered, she has an iPhone and sees nothing',
    ['complaint', 'found', 'delivered', 'iphone', 'unknown-senders'],
    'hidden-by-phone',
  ],
  ['he opens the old Samsung app', ['complaint', 'found', 'delivered', 'android', 'old-app'], 'wrong-app'],
  ["her bank's codes do not come either", ['complaint', 'found', 'delivered', 'one', 'companies'], 'carrier-block'],
  ['since she changed her carrier nothing comes', ['complaint', 'found', 'delivered', 'one', 'moved'], 'number-moved'],
  ['a customer in India has nothing from us', ['complaint', 'found', 'delivered', 'one', 'other-name'], 'other-name'],
  ['nobody on that network gets it', ['complaint', 'found', 'delivered', 'country'], 'false-receipts'],
  ['they say they never sent STOP', ['complaint', 'found', 'failed', '21610'], 'opted-out'],
  ['I cannot look into Twilio', ['complaint', 'no-access'], 'ask-someone'],
  ['it came an hour late', ['timing', 'late-carrier'], 'late-carrier'],
  ['the text came, the picture did not', ['timing', 'picture'], 'mms-picture'],
  ['an odd robot call read it to her', ['complaint', 'found', 'delivered', 'one', 'landline'], 'landline'],
];

test.each(complaints)('“%s” ends in its outcome within five clicks', (_says, answers, outcome) => {
  expect(answers.length).toBeLessThanOrEqual(5);
  expect(walk('start', '', ...answers).step).toBe(outcome);
});

test('titles tell steps apart', () => {
  const titles = steps.map(({ data }) => data.title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('no step is named like a page of the guide that is none', () => {
  expect(['map', 'lifecycle', 'machine', 'by-code'].filter((name) => ids.has(name))).toEqual([]);
});

describe.each(steps)('step $name', ({ name, data, body }) => {
  const texts = data.kind === 'outcome' ? [...data.doNow, ...data.prevent] : [];

  test('quotes facts, codes and steps that exist', () => {
    const pieces = texts.flatMap(readInline);
    const missing = pieces.filter(
      (piece) =>
        (piece.kind === 'fact' && facts.facts[piece.id] === undefined) ||
        (piece.kind === 'error' && !everyCode.has(piece.id)) ||
        (piece.kind === 'step' && !ids.has(piece.id)) ||
        (piece.kind === 'way' && !ways.some((way) => way.name === piece.id)),
    );
    expect(missing).toEqual([]);
    expect(pieces.filter((piece) => piece.kind === 'text' && /[{}`]/.test(piece.text))).toEqual([]);
    const wayIds = [...body.matchAll(/<LogLink way="([^"]*)"/g)].map(([, id]) => id);
    expect(wayIds.filter((id) => !ways.some((way) => way.name === id))).toEqual([]);
    expect([...body.matchAll(/<Fact id="([^"]*)"/g)].filter(([, id = '']) => facts.facts[id] === undefined)).toEqual([]);
  });

  test('has links only through components', () => {
    // An address inside a command to copy is no link.
    expect(body.replaceAll(/^```[^]*?^```$/gm, '')).not.toMatch(/\]\(|https?:/);
  });

  if (data.kind === 'outcome') {
    test('has something to do, something to prevent, and somewhere to go', () => {
      expect(data.doNow.length).toBeGreaterThan(0);
      expect(data.prevent.length).toBeGreaterThan(0);
      expect(data.next ?? []).not.toEqual([]);
      expect(data.next).not.toContain(name);
    });
  } else {
    test('says what its answers are about, for summaries', () => {
      expect(data.topic !== undefined).toBe(data.fact !== undefined && data.fact !== 'have');
    });

    test('has at most nine answers, or twelve lines, with distinct words', () => {
      expect(data.answers.length).toBeLessThanOrEqual(data.kind === 'question' ? 9 : 12);
      expect(new Set(data.answers.map(({ label }) => label)).size).toBe(data.answers.length);
    });

    test('ends in "I don\'t know", or a checklist in "None of these"', () => {
      const last = data.answers.at(-1);
      if (data.kind === 'question') expect(last).toMatchObject({ id: 'unknown', label: "I don't know" });
      else if (data.fact !== undefined) expect(last).toMatchObject({ id: 'unknown', label: 'None of these' });
      else expect(data.answers.map(({ id }) => id)).not.toContain('unknown');
    });

    test('helps in two or three sentences', () => {
      expect(body.trim().length).toBeGreaterThan(40);
      if (data.kind === 'question') expect(body.trim().length).toBeLessThan(260);
    });

    test.each(data.answers.filter(({ id }) => /^\d{5}$/.test(id)))('sends $id where its error page does', ({ id, next }) => {
      expect(codes[id]).toBe(next);
    });
  }
});
