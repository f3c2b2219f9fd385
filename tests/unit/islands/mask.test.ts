import { expect, test } from 'vitest';
import { masked } from '../../../src/islands/mask.ts';

test.for([
  ['+14155550117', '+1••••••0117'],
  ['whatsapp:+447700900555', 'whatsapp:+4•••••••0555'],
  ['+1 415 555 0100 is not registered', '+1••••••0100 is not registered'],
  ['4155550117', '••••••0117'],
  ['55512', '55512'],
  ['MyShop', 'MyShop'],
  ['SM1fbd0551465c99516920faf81dc68484', 'SM1fbd0551465c99516920faf81dc68484'],
  ['412 of 9,803,112 messages', '412 of 9,803,112 messages'],
  ['2025-08-14 14:05 UTC', '2025-08-14 14:05 UTC'],
] as const)('%s is shown as %s', ([text, expected]) => {
  expect(masked(text)).toBe(expected);
});
