let made: Intl.DisplayNames | undefined;

/** Made when the first name is asked for: making it is slow, and pages take this module while they load. */
const names = (): Intl.DisplayNames => (made ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }));

/** "France" for FR: the English name of a country of ISO 3166-1 alpha-2; "Unknown" for `unknown`, any other text as it is. */
export const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (names().of(country) ?? country) : country === 'unknown' ? 'Unknown' : country;

/** "France (FR)": the same as a sentence shows it. */
export const countryWithCode = (country: string): string => `${countryName(country)} (${country})`;
