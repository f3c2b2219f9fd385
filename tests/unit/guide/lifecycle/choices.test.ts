import { describe, expect, test } from 'vitest';
import { choiceValues, lifeOf, lifecycleMachine, matters, ordinary, type Choices } from '../../../../src/guide/lifecycle/choices.ts';
import { presets } from '../../../../src/guide/lifecycle/presets.ts';
import { momentOf, type LifecycleWords } from '../../../../src/guide/lifecycle/moment.ts';

const words: LifecycleWords = {
  titles: {},
  failedFee: 'US$0.001',
  exempt: ['30008'],
  refusedFee: 'not settled',
  undeliveredCost: 'the full price',
};

/** What the pages of the codes and the guide say of each preset. */
const lives: Readonly<Record<string, string>> = {
  'alphanumeric-from': 'request refused-21612',
  'alphanumeric-service': 'request accepted failed-21703',
  'opted-out-from': 'request refused-21610',
  'opted-out-service': 'request accepted failed-21610',
  'queue-full-from': 'request refused-21611',
  'queue-full-service': 'request accepted failed-30001',
  'unregistered-us': 'request queued sending sent undelivered-30034',
  landline: 'request queued sending sent undelivered-30006',
  'whatsapp-window': 'request queued sending sent undelivered-63016',
  delivered: 'request queued sending sent delivered',
};

test('every preset has its documented life, and every documented life a preset', () => {
  expect(Object.fromEntries(presets.map(({ id, choices }) => [id, lifeOf(choices).join(' ')]))).toEqual(lives);
});

const momentsOf = (choices: Choices) => lifeOf(choices).map((state) => momentOf(state, choices, words));
const last = (id: string) => {
  const choices = presets.find((preset) => preset.id === id)?.choices ?? ordinary;
  return momentsOf(choices).at(-1);
};
const valueOf = (moment: ReturnType<typeof last>, label: string) => moment?.lines.find((line) => line.label === label)?.value;

describe('the two scenarios of the article', () => {
  test('a plain From is refused with HTTP 400 and 21612, and logged as failed since April 2024', () => {
    const moment = last('alphanumeric-from');
    expect(moment?.wire).toContain('HTTP 400');
    expect(moment?.wire).toContain('21612');
    expect(valueOf(moment, 'Record')).toContain('since April 2024');
    expect(moment?.lines.find(({ label }) => label === 'Cost')?.certainty).toBe('not documented');
  });

  test('a Messaging Service answers 201, and the message fails with 21703 and costs the fee', () => {
    const choices = presets.find(({ id }) => id === 'alphanumeric-service')?.choices ?? ordinary;
    expect(momentsOf(choices)[1]?.wire).toContain('HTTP 201');
    expect(last('alphanumeric-service')?.wire).toContain('ErrorCode=21703');
    expect(valueOf(last('alphanumeric-service'), 'Cost')).toContain('US$0.001');
  });
});

test('an error code stands in callbacks of failed and undelivered messages only', () => {
  const seen = presets.flatMap(({ choices }) => momentsOf(choices));
  expect(seen.length).toBeGreaterThan(30);
  for (const moment of seen) {
    const ends = moment?.status === 'failed' || moment?.status === 'undelivered';
    expect(moment?.wire?.includes('ErrorCode=') ?? false).toBe(ends);
  }
});

describe('what no source settles is marked', () => {
  const end = (choices: Partial<Choices>) => momentsOf({ ...ordinary, ...choices }).at(-1);
  const marks = (choices: Partial<Choices>) => end(choices)?.lines.map(({ label, certainty }) => `${label}: ${certainty}`);

  test('a short code abroad is refused, by a code that is inferred', () => {
    expect(end({ sender: 'short-code', country: 'GB' })?.code).toBe('21612');
    expect(marks({ sender: 'short-code', country: 'GB' })).toContain('Why: inferred');
  });

  test('a toll-free number to Britain', () => {
    expect(marks({ sender: 'toll-free', country: 'GB' })).toContain('Arrives: not documented');
  });

  test('an opt-out from a name, which nobody can answer', () => {
    expect(marks({ sender: 'alphanumeric', country: 'GB', recipient: 'opted-out' })).toContain('Opted out: not documented');
  });
});

test('WhatsApp is a channel, not a carrier, and a British landline has a London number', () => {
  const titles = momentsOf({ ...ordinary, sender: 'whatsapp' }).map((moment) => moment?.title);
  expect(titles).toContain('The channel took it');
  expect(titles.join(' ')).not.toContain('carrier');
  expect(momentsOf({ ...ordinary, country: 'GB', recipient: 'landline' })[0]?.wire).toContain('To=+442079460123');
});

test('a choice that is said not to matter changes no life', () => {
  const names = Object.keys(choiceValues) as (keyof Choices)[];
  const all = choiceValues.sender.flatMap((sender) => choiceValues.country.map((country) => ({ ...ordinary, sender, country })));
  const idle = all.flatMap((choices) => names.filter((name) => !matters(name, choices)).map((name) => ({ choices, name })));
  expect(idle.length).toBeGreaterThan(10);
  for (const { choices, name } of idle) {
    const lives = choiceValues[name].map((value) => lifeOf({ ...choices, [name]: value }).join(' '));
    expect(new Set(lives).size).toBe(1);
  }
});

test('every choice leads to an end, and every state has words', () => {
  const names = Object.keys(choiceValues) as (keyof Choices)[];
  const all = names.reduce<readonly Choices[]>(
    (some, name) => some.flatMap((choices) => choiceValues[name].map((value) => ({ ...choices, [name]: value }))),
    [ordinary],
  );
  const reached = new Set(all.flatMap(lifeOf));
  expect([...reached].sort()).toEqual(Object.keys(lifecycleMachine.states).sort());
  expect([...reached].filter((state) => momentOf(state, ordinary, words) === undefined)).toEqual([]);
});
