import { RANGE_DIGITS } from '../../findings/shared/number-range.ts';
import { countryDigits, countryOf } from '../../message/country.ts';
import type { Dialect } from './dialects.ts';

/** The area codes of +1 in the US, as the first four digits of a number: what they have in common is their country. */
const usAreas: readonly string[] = Array.from({ length: 800 }, (_, place) => `1${String(200 + place)}`).filter(
  (area) => countryOf(Number(`${area}5550100`)) === 'US',
);

const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const ofLength = (length: number): readonly string[] => countryDigits.sole.filter((code) => code.length === length);
const start = (digits: string, length: number): string => `SUBSTR(${digits}, 1, ${String(length)})`;

/** Whether a number has a calling code that countries share. */
const isShared = (digits: string): string =>
  `(${[1, 2, 3]
    .flatMap((length) => {
      const codes = countryDigits.shared.filter((code) => code.length === length);
      return codes.length === 0 ? [] : [`${start(digits, length)} IN (${list(codes)})`];
    })
    .join(' OR ')})`;

const withLength = (digits: string, length: number, { text }: Pick<Dialect, 'text'>): string =>
  `${start(digits, length)} || '/' || ${text(`LENGTH(${digits})`)}`;

/**
 * The digits that decide the country of a number, and no more: one text for the whole of the US, the calling code of most countries,
 * eight digits and the length where countries share one. The engine knows no country; `digitsOfArea` (grouped/area.ts) makes a number of it again.
 *
 * @param digits an expression: the digits of a number, '' for none
 */
export const areaSql = (digits: string, dialect: Pick<Dialect, 'text'>): string =>
  [
    `CASE WHEN ${digits} = '' THEN ''`,
    `WHEN ${start(digits, 4)} IN (${list(usAreas)}) THEN '${usAreas[0] ?? ''}'`,
    `WHEN ${start(digits, 1)} = '1' THEN ${start(digits, 4)}`,
    ...[1, 2, 3].flatMap((length) =>
      ofLength(length).length === 0 ? [] : [`WHEN ${start(digits, length)} IN (${list(ofLength(length))}) THEN ${start(digits, length)}`],
    ),
    `WHEN ${isShared(digits)} THEN ${withLength(digits, countryDigits.sharedDigits, dialect)}`,
    `ELSE ${start(digits, 3)} END`,
  ].join('\n    ');

/** The beginning of a number, as many digits as rules compare ranges by and countries need (findings/shared/number-range.ts), and its length. */
export const rangeSql = (digits: string, dialect: Pick<Dialect, 'text'>): string =>
  `CASE WHEN ${digits} = '' THEN '' WHEN ${isShared(digits)} THEN ${withLength(digits, countryDigits.sharedDigits, dialect)} ELSE ${withLength(digits, RANGE_DIGITS, dialect)} END`;
