/** What `metadata.min.json.js` of libphonenumber-js exports, as far as it concerns us. */
interface Metadata {
  readonly countries: Readonly<Record<string, unknown[]>>;
}

/** Where a country keeps the forms in which its numbers are written for people. */
const FORMS = 4;

/** The tables of all countries without the forms of their numbers: half of the bytes, and nothing of ours writes a number down. */
export function withoutForms<Tables extends Metadata>(tables: Tables): Tables {
  const countries = Object.entries(tables.countries).map(
    ([name, country]) => [name, country.map((value, place) => (place === FORMS ? 0 : value))] as const,
  );
  return { ...tables, countries: Object.fromEntries(countries) };
}

/** Leaves out what no page needs of the tables of libphonenumber-js, in pages and in workers. */
export const leanPhones = () => ({
  name: 'lean-phones',
  transform: (code: string, id: string): string | undefined => {
    if (!/libphonenumber-js[\\/]metadata\.min\.json\.js$/.test(id)) return undefined;
    const text = code.slice(code.indexOf('export default') + 'export default'.length);
    return `export default ${JSON.stringify(withoutForms(JSON.parse(text.replace(/;\s*$/, '')) as Metadata))}`;
  },
});
