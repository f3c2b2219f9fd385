/**
 * `npm run diagnose`: plants incidents in made-up traffic, by two hands, and sees what the analyzer says first. Prints a table a hand and
 * ends with 1 when a floor is missed.
 *
 *   npm run diagnose -- --each 5 --together 40 --ordinary 50 --seed 1 --misses --only template-filtered --format console-v3
 *   npm run diagnose -- --hand companies    the second hand alone (companies/, written before any rule was read); both when absent
 *   npm run diagnose -- --thin --huge 2     rougher companies, thin incidents, tiny logs, some of 200,000 messages
 */
import { parseArgs } from 'node:util';
import { casesOf } from './cases.ts';
import { companyCases } from './companies/cases.ts';
import { outcomeOf, type Case, type Judged, type Outcome } from './score.ts';

const FLOOR = { first: 0.95, recall: 0.97, alarms: 0.02, each: 0.8 } as const;

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '6' },
    together: { type: 'string', default: '40' },
    ordinary: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    format: { type: 'string', multiple: true },
    misses: { type: 'boolean', default: false },
    thin: { type: 'boolean', default: false },
    huge: { type: 'string', default: '0' },
    hand: { type: 'string', default: 'both' },
  },
});

const hands: Readonly<Record<string, () => readonly Case[]>> = {
  incidents: () =>
    casesOf({
      seed: Number(values.seed),
      each: Number(values.each),
      together: Number(values.together),
      ordinary: Number(values.ordinary),
      isThin: values.thin,
      huge: Number(values.huge),
    }),
  companies: () =>
    companyCases({
      seed: Number(values.seed),
      each: Number(values.each),
      together: Number(values.together),
      quiet: Number(values.ordinary),
    }),
};

const share = (part: number, whole: number): number => (whole === 0 ? NaN : part / whole);
const percent = (value: number): string => (Number.isNaN(value) ? '-' : `${(100 * value).toFixed(1)} %`);
const row = (...cells: readonly string[]): void => {
  console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(30) : cell.padStart(10))).join(''));
};

/** Tries the logs of one hand and prints its table. @returns whether every floor is held; some logs alone hold none */
async function tried(hand: string, all: readonly Case[]): Promise<boolean> {
  const cases =
    values.only === undefined ? all : all.filter(({ kinds }) => kinds.length > 0 && kinds.every(({ id }) => values.only?.includes(id)));
  const outcomes: Outcome[] = [];
  for (const made of cases) if (values.format?.some((format) => made.format.includes(format)) ?? true) outcomes.push(await outcomeOf(made));
  console.log(`\n${hand}`);
  const judged: readonly Judged[] = outcomes.flatMap((outcome) => outcome.judged);
  const alone = outcomes.filter(({ made }) => made.kinds.length === 1);
  row('incident', 'planted', 'found', 'first', 'affected', 'since');
  const low: string[] = [];
  for (const id of new Set(judged.map(({ kind }) => kind.id))) {
    const its = judged.filter(({ kind }) => kind.id === id);
    if (its.length === 0) continue;
    const own = alone.filter(({ made }) => made.kinds[0]?.id === id);
    const found = share(its.filter((one) => one.found).length, its.length);
    const first = share(own.filter(({ isFirst }) => isFirst).length, own.length);
    if (found < FLOOR.each || first < FLOOR.each) low.push(id);
    row(
      id,
      String(its.length),
      percent(found),
      percent(first),
      percent(share(its.filter((one) => one.affected).length, its.length)),
      percent(share(its.filter((one) => one.since).length, its.length)),
    );
  }

  const withIncident = outcomes.filter(({ made }) => made.kinds.length > 0);
  const quiet = outcomes.filter(({ made }) => made.kinds.length === 0);
  const first = share(withIncident.filter(({ isFirst }) => isFirst).length, withIncident.length);
  const recall = share(judged.filter(({ found }) => found).length, judged.length);
  const alarms = share(quiet.filter((outcome) => outcome.alarms.length > 0).length, quiet.length);
  console.log('');
  row('right one first', String(withIncident.length), percent(first), '', 'floor', percent(FLOOR.first));
  row('incidents found', String(judged.length), percent(recall), '', 'floor', percent(FLOOR.recall));
  row('ordinary logs with an alarm', String(quiet.length), percent(alarms), '', 'at most', percent(FLOOR.alarms));
  row('affected within 10 %', String(judged.length), percent(share(judged.filter(({ affected }) => affected).length, judged.length)));
  row('since within an hour', String(judged.length), percent(share(judged.filter(({ since }) => since).length, judged.length)));
  row(
    'alarms beside an incident',
    String(withIncident.length),
    percent(share(withIncident.filter((outcome) => outcome.alarms.length > 0).length, withIncident.length)),
  );
  if (low.length > 0) console.log(`\nbelow ${percent(FLOOR.each)}: ${low.join(', ')}`);

  if (values.misses) {
    for (const { made, first: said, isFirst, judged: its, alarms: loud } of outcomes) {
      const missed = its.filter(({ found }) => !found).map(({ kind }) => kind.id);
      if (isFirst && missed.length === 0 && loud.length === 0) continue;
      console.log(
        `seed ${String(made.seed)} ${made.format} ${String(made.messages)} rows [${made.kinds.map(({ id }) => id).join(', ')}] first: ${said}; missed: ${missed.join(', ') || '-'}; alarms: ${loud.join(', ') || '-'}`,
      );
    }
  }

  const isWhole = values.only === undefined && values.format === undefined;
  return !isWhole || (first >= FLOOR.first && recall >= FLOOR.recall && alarms <= FLOOR.alarms && low.length === 0);
}

for (const [hand, make] of Object.entries(hands)) {
  if (values.hand !== 'both' && values.hand !== hand) continue;
  if (!(await tried(hand, make()))) process.exitCode = 1;
}
