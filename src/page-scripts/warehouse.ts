import { scriptFor, sqlArguments, tableProblem, type Choice, type Prepared } from '../analyzer/grouped/sql/prepared.ts';
import { found } from './element.ts';

/** Prints the script for a warehouse as its fields say; the scripts of an engine are taken when it is chosen. */

/** Each a script of its own, of some 10 kB compressed. */
const scriptsOf: Readonly<Record<Prepared['dialect'], () => Promise<{ readonly scripts: () => unknown }>>> = {
  duckdb: () => import('virtual:warehouse-duckdb'),
  clickhouse: () => import('virtual:warehouse-clickhouse'),
  postgres: () => import('virtual:warehouse-postgres'),
  bigquery: () => import('virtual:warehouse-bigquery'),
  snowflake: () => import('virtual:warehouse-snowflake'),
  databricks: () => import('virtual:warehouse-databricks'),
  trino: () => import('virtual:warehouse-trino'),
  redshift: () => import('virtual:warehouse-redshift'),
};

const dialect = found('#warehouse-dialect', HTMLSelectElement);
const table = found('#warehouse-table', HTMLInputElement);
const columns = found('#warehouse-columns', HTMLSelectElement);
const texts = found('#warehouse-texts', HTMLInputElement);
const people = found('#warehouse-people', HTMLInputElement);
const problem = found('#warehouse-problem', HTMLOutputElement);
const script = found('#warehouse-script', HTMLElement);
const command = found('#warehouse-command', HTMLElement);

/** Counts what was asked: an answer that comes late is not the one that is shown. */
let asked = 0;

async function print(): Promise<void> {
  const mine = (asked += 1);
  const id = dialect.value as Prepared['dialect'];
  const choice: Choice = { columns: columns.value as Choice['columns'], texts: texts.checked, people: people.checked };
  const name = table.value.trim();
  const wrong = name === '' ? 'Name the table that holds the messages.' : tableProblem(name);
  for (const line of document.querySelectorAll<HTMLElement>('[data-leaves]'))
    line.hidden = line.dataset.leaves !== `${String(choice.texts)} ${String(choice.people)}`;
  problem.value = wrong ?? '';
  table.setAttribute('aria-invalid', String(wrong !== undefined));
  if (wrong !== undefined) {
    script.textContent = '';
    return;
  }
  command.textContent = `npm run --silent undelivered -- ${sqlArguments(id, choice, name)} > grouped.sql`;
  try {
    const { scripts } = await scriptsOf[id]();
    if (mine === asked) script.textContent = scriptFor(scripts() as Prepared, choice, name);
  } catch {
    if (mine === asked) problem.value = 'The script could not be loaded. Are you offline? Load the page again, or use the command below.';
  }
}

found('#warehouse', HTMLElement).addEventListener('input', () => void print());
void print();
