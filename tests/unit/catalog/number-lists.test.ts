import { expect, test } from 'vitest';
import { listIds, placeOfCode, precedence, type ListId } from '../../../src/catalog/number-lists.ts';
import { knowledge } from '../../knowledge.ts';

const on = (code: string): string => {
  const { list, when } = placeOfCode(knowledge.codes[code]);
  return when === undefined ? list : `${list} ${when}`;
};

test.for([
  ['21610', 'stop'],
  ['30630', 'stop'],
  ['63033', 'stop'],
  ['30004', 'stop'],
  ['21265', 'stop'],
  ['21268', 'stop'],
  ['30640', 'stop'],
  ['30006', 'phone'],
  ['21614', 'phone'],
  ['21635', 'phone'],
  ['63003', 'phone'],
  ['63024', 'phone'],
  ['63032', 'phone'],
  ['63058', 'phone'],
  ['21211', 'never-resend'],
  ['21266', 'never-resend'],
  ['20504', 'resend now'],
  ['30500', 'resend now'],
  ['30003', 'resend later'],
  ['30008', 'resend later'],
  ['30450', 'resend later'],
  ['30005', 'resend after-fix'],
  ['30007', 'resend after-fix'],
  ['30034', 'resend after-fix'],
  ['21408', 'resend after-fix'],
  ['30002', 'ask-twilio'],
  ['30024', 'ask-twilio'],
  ['30009', 'ask-twilio'],
  ['63023', 'ask-twilio'],
  ['', 'ask-twilio'],
  ['99999', 'ask-twilio'],
] as const)('a failure with %s puts the number on %s', ([code, list]) => {
  expect(on(code)).toBe(list);
});

test('only what may be sent again has a time for it', () => {
  for (const facts of Object.values(knowledge.codes)) {
    const { list, when } = placeOfCode(facts);
    expect(when !== undefined).toBe(list === 'resend');
  }
});

test('nobody who is to be left alone, and no code that says never, may be sent to again', () => {
  for (const facts of Object.values(knowledge.codes)) {
    if (facts.retry === 'never' || facts.suppress === 'yes' || facts.suppress === 'until-opt-in') {
      expect(['resend', 'ask-twilio']).not.toContain(placeOfCode(facts).list);
    }
  }
});

test('every list has its turn, what must not be done before what may', () => {
  expect([...precedence].sort()).toEqual([...listIds].sort());
  expect(precedence).toEqual(['stop', 'phone', 'never-resend', 'ask-twilio', 'resend'] satisfies ListId[]);
});
