import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export const UNKNOWN_COUNTRY = 'unknown';

/** Longest calling code. */
const CODE_DIGITS = 3;
/** Digits that decide between countries which share a calling code other than 1; enough for Jersey and Kazakhstan. */
const SHARED_DIGITS = 8;
const CACHE_LIMIT = 50_000;

const metadata = new Metadata();
const cache = new Map<number, string>();

/** Countries of a calling code, the main one first; source: libphonenumber. */
function countriesOf(callingCode: string): readonly string[] {
  const list: unknown = metadata.getCountryCodesForCallingCode(callingCode);
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string' && /^[A-Z]{2}$/.test(entry)) : [];
}

function lookUp(text: string): string {
  // In +1 the area code decides, whatever follows; the rest of a number may be wrong or made up.
  if (text.startsWith('1')) return parsePhoneNumberFromString(`+${text.slice(0, 4)}5550100`)?.country ?? UNKNOWN_COUNTRY;
  for (let length = 1; length <= CODE_DIGITS; length += 1) {
    const countries = countriesOf(text.slice(0, length));
    const [main] = countries;
    if (main === undefined) continue;
    if (countries.length === 1) return main;
    const likely = `+${text.slice(0, SHARED_DIGITS).padEnd(text.length, '0')}`;
    return parsePhoneNumberFromString(likely)?.country ?? main;
  }
  return UNKNOWN_COUNTRY;
}

/**
 * The country of an E.164 number, by its prefix.
 *
 * @param digits of the number without "+", as a number; 0 for an address that is no number
 * @returns ISO 3166-1 alpha-2; `unknown` for no number, no such calling code or area code, and codes of no country (+883)
 */
export function countryOf(digits: number): string {
  if (digits < 1e7) return UNKNOWN_COUNTRY;
  const length = Math.floor(Math.log10(digits) + 1e-12) + 1;
  const isNanp = length === 11 && digits < 2e10;
  const key = isNanp ? Math.floor(digits / 1e7) : Math.floor(digits / 10 ** (length - SHARED_DIGITS)) * 100 + length;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const country = lookUp(String(digits));
  // A prefix is all that is kept, never a number; the limit is for logs made to fill memory.
  if (cache.size < CACHE_LIMIT) cache.set(key, country);
  return country;
}
