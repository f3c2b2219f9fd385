import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leanPhones, withoutForms } from '../../../src/build/lean-phones.ts';

const file = 'node_modules/libphonenumber-js/metadata.min.json.js';
const script = readFileSync(file, 'utf8');
const whole = JSON.parse(readFileSync('node_modules/libphonenumber-js/metadata.min.json', 'utf8')) as MetadataJson & {
  readonly countries: Readonly<Record<string, unknown[]>>;
};

test('without the forms of numbers every number is of the same country, of the same length and written the same', () => {
  const lean = withoutForms(whole);
  const says = (number: string, tables: MetadataJson) => {
    const parsed = parsePhoneNumberFromString(number, tables);
    return [number, parsed?.country, parsed?.number, parsed?.isPossible()];
  };
  const countries = Object.entries(examples as Readonly<Record<string, string>>);
  expect(countries.length).toBeGreaterThan(200);
  for (const [country, example] of countries) {
    const code = String(whole.countries[country]?.[0]);
    for (const number of [`+${code}${example}`, `+${code}0${example}`, `+${code}${example.slice(0, -2)}`, `+${code}${example}1`])
      expect(says(number, lean)).toEqual(says(number, whole));
  }
  expect(JSON.stringify(lean).length).toBeLessThan(JSON.stringify(whole).length * 0.7);
});

test('it changes the script of the tables and no other', () => {
  const { transform } = leanPhones();
  expect(transform(script, '/x/src/other.ts')).toBeUndefined();
  expect(transform(script, `/x/${file}`)).toBe(`export default ${JSON.stringify(withoutForms(whole))}`);
});
