import { expect, test } from 'vitest';
import { KeptPeople } from '../../../../src/analyzer/kept/kept-people.ts';
import { addressKey, parseAddress } from '../../../../src/analyzer/message/address.ts';

const cells = [
  '+12025550142',
  '+447700900555',
  '+123456789012345',
  '+0012025550142',
  'whatsapp:+12025550142',
  'messenger:+12025550142',
  'rcs:+12025550142',
  'rcs:+123',
  'messenger:100200300400',
  '12025550142',
  '012025550142',
  '1234567890123456',
  '72975',
  'ACMEBANK',
  'client:anna',
  '+1 202 555 0142',
  '1.20256E+10',
  '+1202•••••42',
  '',
  '0',
];

const personOf = (cell: string) => {
  const address = parseAddress(cell, { bareNanp: false });
  return { text: address.text, key: addressKey(address), phone: address.digits };
};

test.each(cells)('the person in %j comes back as they were', (cell) => {
  const people = new KeptPeople(10);
  const person = personOf(cell);
  const number = people.numberOf(person) ?? NaN;
  expect(people.personOf(number)).toEqual(person);
  expect(people.numberOf(person)).toBe(number);
  expect(Math.abs(number)).toBeLessThan(2 ** 53);
});

test('a plain number is its own key, whatever stands before another is not', () => {
  const people = new KeptPeople(0);
  expect(people.numberOf(personOf('+12025550142'))).toBe(12_025_550_142);
  const all = ['+12025550142', 'whatsapp:+12025550142', 'messenger:+12025550142', 'rcs:+12025550142', '12025550142'].map((cell) =>
    people.numberOf(personOf(cell)),
  );
  expect(new Set(all).size).toBe(5);
});

test('as many texts as fit are kept', () => {
  const people = new KeptPeople(1);
  expect(people.numberOf(personOf('ACMEBANK'))).toBe(-1);
  expect(people.numberOf(personOf('OTHER'))).toBeUndefined();
  expect(people.numberOf(personOf('ACMEBANK'))).toBe(-1);
});
