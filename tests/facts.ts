/**
 * `npm run facts`: what of the knowledge is old, unsourced or contradicted. Stands outside `npm test`, because it depends on the day it is
 * asked. Prints a table and what falls short; exit 1 when anything does.
 *
 * --today=YYYY-MM-DD asks as of another day.
 */
import { errors, facts } from './content.ts';
import { allTexts, contradictedFacts, contradictedPages, contradictedTitles, repeatedFigures } from './lockstep/contradictions.ts';
import { sourceFaults } from './lockstep/source-faults.ts';

const day = 86_400_000;
const longest = 365;

function readToday(given: readonly string[]): number {
  const [one = '', ...more] = given;
  if (given.length === 0) return Date.now();
  const today = Date.parse(/^--today=(\d{4}-\d\d-\d\d)$/.exec(one)?.[1] ?? '');
  if (more.length === 0 && Number.isFinite(today)) return today;
  console.error(`Not understood: ${given.join(' ')}. Use --today=YYYY-MM-DD, or nothing for today.`);
  process.exit(2);
}

const today = readToday(process.argv.slice(2));
const ageOf = (date: string): number => Math.floor((today - Date.parse(date)) / day);

/** What is older than a year, or dated after today: a slip, or a clock that is wrong. */
function agesOf(dates: readonly { readonly name: string; readonly date: string }[]): readonly string[] {
  return dates.flatMap(({ name, date }) => {
    if (ageOf(date) > longest) return [`${name}: ${date} is ${String(ageOf(date))} days ago`];
    return ageOf(date) < -1 ? [`${name}: ${date} is still to come`] : [];
  });
}

const pages = errors.map(({ name, data }) => ({ name, date: data.reviewed }));
const sourced = [
  ...errors.map(({ name, data }) => ({ name, sources: data.sources })),
  ...Object.entries(facts.facts).map(([name, { sources }]) => ({ name, sources })),
].flatMap(({ name, sources }) => sources.map((one) => ({ name: `${name} ${one.id}`, date: one.checked })));

const checks: readonly { readonly name: string; readonly of: number; readonly faults: readonly string[] }[] = [
  { name: 'pages reviewed within a year', of: pages.length, faults: agesOf(pages) },
  { name: 'sources read within a year', of: sourced.length, faults: agesOf(sourced) },
  { name: 'sources of the kind they claim to be', of: sourced.length, faults: sourceFaults() },
  { name: 'texts that agree with the facts', of: allTexts.length, faults: contradictedFacts(allTexts) },
  { name: 'figures stated twice and no fact', of: allTexts.length, faults: repeatedFigures(allTexts) },
  { name: 'pages whose words and fields agree', of: errors.length, faults: contradictedPages() },
  { name: 'titles of pages and dictionary agree', of: errors.length, faults: contradictedTitles() },
];

const oldest = [...pages.map(({ date }) => date), ...sourced.map(({ date }) => date)].sort()[0] ?? '';
const width = Math.max(...checks.map(({ name }) => name.length));
console.log(
  `Facts as of ${new Date(today).toISOString().slice(0, 10)} (UTC); the oldest date is ${oldest}, ${String(ageOf(oldest))} days ago.\n`,
);
console.log(`${'check'.padEnd(width)}  looked at  short`);
for (const { name, of, faults } of checks) {
  console.log(`${name.padEnd(width)}  ${String(of).padStart(9)}  ${String(faults.length).padStart(5)}`);
}
const short = checks.filter(({ faults }) => faults.length > 0);
for (const { name, faults } of short) {
  console.log(`\n${name}, not so:`);
  for (const fault of faults) console.log(`  ${fault}`);
}
if (short.length > 0) process.exitCode = 1;
