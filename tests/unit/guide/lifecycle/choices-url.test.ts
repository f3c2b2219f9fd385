import { expect, test } from 'vitest';
import { readChoices, writeChoices } from '../../../../src/guide/lifecycle/choices-url.ts';
import { choiceValues, ordinary, type Choices } from '../../../../src/guide/lifecycle/choices.ts';

const names = Object.keys(choiceValues) as (keyof Choices)[];

/** One choice after another that is not the ordinary one, as its address has it. */
const others = names.flatMap((name) =>
  choiceValues[name]
    .filter((value) => value !== ordinary[name])
    .map((value) => ({ address: `${name}=${value}`, choices: { ...ordinary, [name]: value } })),
);

test('each choice has an address, and only what differs from the ordinary life stands in it', () => {
  expect(others.map(({ choices }) => String(new URLSearchParams(writeChoices(choices))))).toEqual(others.map(({ address }) => address));
  expect(writeChoices(ordinary)).toEqual({});
  expect(others.map(({ address }) => address)).toMatchInlineSnapshot(`
    [
      "sender=toll-free",
      "sender=short-code",
      "sender=alphanumeric",
      "sender=whatsapp",
      "service=yes",
      "service=empty",
      "country=GB",
      "registered=no",
      "recipient=landline",
      "recipient=opted-out",
      "queue=full",
      "window=closed",
    ]
  `);
});

test('an address is read as it was written, one choice or all', () => {
  for (const { address, choices } of others) expect(readChoices(new URLSearchParams(address)), address).toEqual(choices);
  const all: Choices = {
    sender: 'whatsapp',
    service: 'empty',
    country: 'GB',
    registered: 'no',
    recipient: 'opted-out',
    queue: 'full',
    window: 'closed',
  };
  expect(readChoices(new URLSearchParams(writeChoices(all)))).toEqual(all);
});

test('unknown names and values, and the address of another name, are as ordinary', () => {
  expect(readChoices(new URLSearchParams('sender=pigeon&country=FR&queue=&recipient=closed&x=y'))).toEqual(ordinary);
});
