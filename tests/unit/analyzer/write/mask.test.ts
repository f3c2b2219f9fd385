import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskNumbers } from '../../../../src/analyzer/write/mask.ts';

test.for([
  ['+13035550117', '+1303•••••17'],
  ['whatsapp:+447700900555', 'whatsapp:+4477••••••55'],
  ['3035550117', '3035••••17'],
  ['+1(111)111-1112', '+1(111)•••-••12'],
  ['+44 7700 900123', '+44 77•• ••••23'],
  ['+44\u00a07700\u00a0900123', '+44\u00a077••\u00a0••••23'],
  ['(303) 555-0107', '(303) 5••-••07'],
  ['+ (303) 555-0107', '+ (303) 5••-••07'],
  ['303.555.0107', '303.5••.••07'],
  ['303 - 555 - 0107', '303 - 5•• - ••07'],
  ['303‑555‑0107', '303‑5••‑••07'],
  ['0171/3920012', '0171/•••••12'],
  ['06 39 98 00 12', '06 39 •• •• 12'],
  ['98765 43210', '9876• •••10'],
  ['1.30356E+10', '1.303••E+10'],
  ['1,30356e10', '1,303••e10'],
  ['+13035550117303555', '+1303•••••••••••55'],
  ['+1303555', '+1303•55'],
  ['_3035550117.csv', '_3035••••17.csv'],
  ['2025-08-14 3035550117', '2025-08-14 3035••••17'],
  ['14:05 +13035550117', '14:05 +1303•••••17'],
  ['9,803 3035550117', '9,803 3•••••••17'],
  ['311 12345 100.0 %', '311 1•••• ••0.0 %'],
  ['3035550117\n3035550118', '3035••••17\n3035••••18'],
] as const)('%j is shown as %j', ([text, masked]) => {
  expect(maskNumbers(text)).toBe(masked);
});

test.for([
  '2025-08-14 14:05',
  '2025-08-14 14:05 UTC−3 – 2025-08-16 08:41 UTC−3',
  '2025-08-14T14:05:00Z',
  '2025-08-14 14:05:00.000 +0200',
  'sms-log-2025-08-14-2025-08-20.csv',
  '14.08.2025 14:05',
  '8/14/2025 14:05:00',
  '14 Aug 2025 14:05 UTC+5:30',
  '9,803',
  '412 of 1,234,567,890 (100.0 %)',
  '2,450,000 1,234 messages',
  '30007',
  '30003 30005 30006',
  '30000–39999',
  'with 30034, 30035. 412 messages',
  '12345678',
  `SM${'1'.repeat(32)}`,
  'AC1fbd0551465c99516920faf81dc68484 30005',
  `sms-log-AC${'12345678'.repeat(4)}_2025-08-14.csv`,
])('%j holds no number', (text) => {
  expect(maskNumbers(text)).toBe(text);
});

test('no number is told in whole, whatever stands between its digits, and masking twice changes nothing more', () => {
  const separator = fc.constantFrom('', ' ', '-', '.', ' (', ') ', ' - ', '\u00a0', '\u2013');
  // From 40 on, no group can be read as part of a date.
  const number = fc.array(fc.tuple(fc.integer({ min: 40, max: 99 }), separator), { minLength: 5, maxLength: 7 });
  fc.assert(
    fc.property(number, (pairs) => {
      const masked = maskNumbers(`+${pairs.map(([digits, between]) => `${String(digits)}${between}`).join('')}`);
      expect(masked.replace(/\D/g, '').length).toBeLessThanOrEqual(6);
      expect(maskNumbers(masked)).toBe(masked);
    }),
  );
});
