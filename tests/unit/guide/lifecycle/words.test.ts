/** Every life of the model and every word about it, as committed: a wrong word or a wrong turn shows as a changed line. */
import { expect, test } from 'vitest';
import { choiceValues, lifeOf, matters, ordinary, type Choices } from '../../../../src/guide/lifecycle/choices.ts';
import { momentOf, type LifecycleWords } from '../../../../src/guide/lifecycle/moment.ts';
import { presets } from '../../../../src/guide/lifecycle/presets.ts';

const names = Object.keys(choiceValues) as (keyof Choices)[];
/** All choices that differ in something that matters. */
const all = names
  .reduce<readonly Choices[]>(
    (some, name) => some.flatMap((choices) => choiceValues[name].map((value) => ({ ...choices, [name]: value }))),
    [ordinary],
  )
  .filter((choices) => names.every((name) => choices[name] === ordinary[name] || matters(name, choices)));

const words: LifecycleWords = {
  titles: { '21610': 'Title of 21610', '21612': 'Title of 21612', '21703': 'Title of 21703', '30006': 'Title of 30006' },
  failedFee: 'FEE',
  exempt: ['21610'],
  refusedFee: 'REFUSED',
  undeliveredCost: 'COST',
};

const inFile = (name: string): string => `../../../fixtures/guide/${name}`;

test('every life of a message', async () => {
  const lines = all.map((choices) => `${names.map((name) => choices[name]).join(' ')}: ${lifeOf(choices).join(' ')}`);
  await expect(`${[names.join(' '), ...lines].join('\n')}\n`).toMatchFileSnapshot(inFile('lives.txt'));
});

test('every moment of these lives in words', async () => {
  const moments = all.flatMap((choices) => lifeOf(choices).map((state) => momentOf(state, choices, words)));
  const told = moments.map((moment) => {
    if (moment === undefined) return expect.fail('a state without words');
    const { state, status = 'no status', title, code = 'no code', lines, wire = 'nothing on the wire' } = moment;
    const said = lines.map(({ label, value, certainty }) => `  ${label}: ${value} (${certainty})`);
    return [`${state}, ${status}, ${code}: ${title}`, ...said, ...wire.split('\n').map((line) => `  > ${line}`)].join('\n');
  });
  await expect(`${[...new Set(told)].sort().join('\n\n')}\n`).toMatchFileSnapshot(inFile('moments.txt'));
});

test('a state that the model does not have has no words', () => {
  expect([momentOf('elsewhere', ordinary, words), momentOf('', ordinary, words)]).toEqual([undefined, undefined]);
});

test('the presets', () => {
  expect(presets.map(({ id, title }) => `${id}: ${title}`)).toMatchInlineSnapshot(`
    [
      "alphanumeric-from: Alphanumeric sender as From, to a US mobile",
      "alphanumeric-service: The same sender alone in a Messaging Service",
      "opted-out-from: Opted-out recipient, plain From",
      "opted-out-service: Opted-out recipient, Messaging Service",
      "queue-full-from: Full queue, plain From",
      "queue-full-service: Full queue, Messaging Service",
      "unregistered-us: US number without a campaign",
      "landline: A landline in Britain",
      "whatsapp-window: WhatsApp outside its window",
      "delivered: Nothing goes wrong",
    ]
  `);
});
