/** Which country a number belongs to, as committed: one number of every country that has a calling code, and of every area code of +1. */
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { countryOf } from '../../../../src/analyzer/message/country.ts';

test('the country of a number', async () => {
  const codes = [...new Set(getCountries().map((country): string => getCountryCallingCode(country)))].filter((code) => code !== '1').sort();
  const followed = ['00000000', '22222222', '77777777', '7797000000', '534000000', '1534000000', '639000000', '880800000'];
  const lines = codes.map((code) => `+${code}: ${followed.map((rest) => countryOf(Number(`${code}${rest}`))).join(' ')}`);
  const areas = Array.from({ length: 800 }, (_, n) => String(n + 200));
  const byCountry = Map.groupBy(areas, (area) => countryOf(Number(`1${area}5550100`)));
  lines.push(...[...byCountry].sort(([a], [b]) => (a < b ? -1 : 1)).map(([country, of]) => `+1 of ${country}: ${of.join(' ')}`));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/reports/countries.txt');
});

test.for([
  [0, 'unknown'],
  [3_361_234, 'unknown'],
  [9_999_999, 'unknown'],
  [33_612_345, 'FR'],
  [12_025_550_100, 'US'],
  [1_202_555_010, 'US'],
  [20_000_000_000, 'EG'],
  [883_510_000_000, 'unknown'],
  [999_555_000_000, 'unknown'],
] as const)('%d is a number of %s', ([digits, country]) => {
  // Twice: the second answer is remembered.
  expect([countryOf(digits), countryOf(digits)]).toEqual([country, country]);
});
