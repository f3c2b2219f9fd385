const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** "France (FR)": a country code of ISO 3166-1 alpha-2 as a sentence shows it. */
export const countryName = (country: string): string => `${names.of(country) ?? country} (${country})`;
