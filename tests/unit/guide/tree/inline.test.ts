import { expect, test } from 'vitest';
import { readInline } from '../../../../src/guide/tree/inline.ts';

test('marks become pieces, the rest is text', () => {
  expect(readInline('Set `To`, see {error 30007} for {fact queue-limit}.')).toEqual([
    { kind: 'text', text: 'Set ' },
    { kind: 'code', text: 'To' },
    { kind: 'text', text: ', see ' },
    { kind: 'error', id: '30007' },
    { kind: 'text', text: ' for ' },
    { kind: 'fact', id: 'queue-limit' },
    { kind: 'text', text: '.' },
  ]);
});

test('an unknown mark stays as it is written', () => {
  expect(readInline('{page x} <b>')).toEqual([{ kind: 'text', text: '{page x} <b>' }]);
});
