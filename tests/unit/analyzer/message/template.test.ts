import { expect, test } from 'vitest';
import { templateKey, templateText } from '../../../../src/analyzer/message/template.ts';

const hash = (body: string, sender = 1): number => templateKey(sender, body);

test.for([
  ['Your Acme code is 482913.', 'Your Acme code is 7.'],
  ['Hi Dana, 50% off today https://bit.ly/a', 'hi Sam,  50% off today https://acme.example/long/one?x=1'],
  ['Dana, your parcel is here', 'Jürgen, your parcel is here'],
  ['Dear Dana Scott, hello', 'Dear Priya, hello'],
  ['Pay $1,299.50 by 10:30', 'Pay $7 by 9'],
])('"%s" and "%s" are one template', ([one = '', other = '']) => {
  expect(hash(one)).toBe(hash(other));
});

test.for([
  ['Your code is 1.', 'Your code is 1!'],
  ['Your parcel is here', 'Your order is here'],
  ['See https://a.example', 'See it'],
  ['ab c', 'a bc'],
])('"%s" and "%s" are two templates', ([one = '', other = '']) => {
  expect(hash(one)).not.toBe(hash(other));
});

test('one text from two senders is two templates', () => {
  expect(hash('Hello', 1)).not.toBe(hash('Hello', 2));
});

test('a template is shown with what is filled in left open, and cut when long', () => {
  expect(templateText('Hi Dana, 50% off today:\nhttps://bit.ly/a')).toBe('Hi [name], #% off today: [link]');
  expect(templateText('word '.repeat(100), 20)).toBe('word word word word…');
});
