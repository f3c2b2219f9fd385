import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export const UNKNOWN_COUNTRY = 'unknown';

/** Longest calling code. */
const CODE_DIGITS = 3;
/** Digits that decide between countries which share a calling code other than 1; enough for Jersey and Kazakhstan. */
const SHARED_DIGITS = 8;
const CACHE_LIMIT = 50_000;

/** The country that a number of a shared calling code belongs to when nothing in it says otherwise; source: ITU E.164. */
const MAIN_COUNTRY: Readonly<Record<string, string>> = {
  7: 'RU',
  39: 'IT',
  44: 'GB',
  47: 'NO',
  61: 'AU',
  212: 'MA',
  262: 'RE',
  290: 'SH',
  358: 'FI',
  590: 'GP',
  599: 'CW',
};

/** Calling code -> its only country, or its main one; without +1, where the area code decides. */
const byCallingCode = new Map(
  getCountries().map((country) => {
    const callingCode: string = getCountryCallingCode(country);
    return [callingCode, MAIN_COUNTRY[callingCode] ?? country] as const;
  }),
);
/**
 * By how many of its first digits the country of a number can be told: an engine of a warehouse groups numbers by as many
 * (grouped/sql/areas.ts), and knows no country.
 */
export const countryDigits = {
  /** Calling codes of one country each: the code is enough. */
  sole: [...byCallingCode.keys()].filter((code) => code !== '1' && MAIN_COUNTRY[code] === undefined).sort(),
  /** Calling codes that countries share: so many digits decide, and the length of the number. */
  shared: Object.keys(MAIN_COUNTRY).sort(),
  sharedDigits: SHARED_DIGITS,
} as const;

const cache = new Map<number, string>();

function lookUp(text: string): string {
  // In +1 the area code decides, whatever follows; the rest of a number may be wrong or made up.
  if (text.startsWith('1')) return parsePhoneNumberFromString(`+${text.slice(0, 4)}5550100`)?.country ?? UNKNOWN_COUNTRY;
  for (let length = 1; length <= CODE_DIGITS; length += 1) {
    const callingCode = text.slice(0, length);
    const main = byCallingCode.get(callingCode);
    if (main === undefined) continue;
    if (MAIN_COUNTRY[callingCode] === undefined) return main;
    const likely = `+${text.slice(0, SHARED_DIGITS).padEnd(text.length, '0')}`;
    return parsePhoneNumberFromString(likely)?.country ?? main;
  }
  return UNKNOWN_COUNTRY;
}

/** The first digits of a number and how many it has. */
function prefixOf(digits: number): number {
  const length = Math.floor(Math.log10(digits) + 1e-12) + 1;
  return Math.floor(digits / 10 ** (length - SHARED_DIGITS)) * 100 + length;
}

/**
 * The country of an E.164 number, by its prefix.
 *
 * @param digits of the number without "+", as a number; 0 for an address that is no number
 * @returns ISO 3166-1 alpha-2; `unknown` for no number, no such calling code or area code, and codes of no country (+883)
 */
export function countryOf(digits: number): string {
  if (digits < 1e7) return UNKNOWN_COUNTRY;
  const key = digits >= 1e10 && digits < 2e10 ? Math.floor(digits / 1e7) : prefixOf(digits);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const country = lookUp(String(digits));
  // A prefix is all that is kept, never a number; the limit is for logs made to fill memory.
  if (cache.size < CACHE_LIMIT) cache.set(key, country);
  return country;
}
