import type { DialectId } from './dialects.ts';
import type { PresetId } from './presets.ts';

/** What is chosen of a script whose table is named later. */
export interface Choice {
  readonly columns: PresetId;
  readonly texts: boolean;
  readonly people: boolean;
}

/** The scripts for one engine, each as the numbers of its lines: most lines are those of all of them. */
export interface Prepared {
  readonly dialect: DialectId;
  readonly lines: readonly string[];
  /** By `choiceKey`. */
  readonly scripts: Readonly<Record<string, readonly number[]>>;
}

/** Stands for the table in prepared scripts. */
export const TABLE_MARK = '{table}';

export const choiceKey = ({ columns, texts, people }: Choice): string =>
  [columns, texts ? 'texts' : 'no-texts', people ? 'people' : 'no-people'].join(' ');

/** @param scripts key of a choice -> its script for a table that is called TABLE_MARK */
export function prepare(dialect: DialectId, scripts: Readonly<Record<string, string>>): Prepared {
  const numbers = new Map<string, number>();
  const numberOf = (line: string): number => {
    const known = numbers.get(line) ?? numbers.size;
    numbers.set(line, known);
    return known;
  };
  const numbered = Object.entries(scripts).map(([key, script]) => [key, script.split('\n').map(numberOf)] as const);
  return { dialect, lines: [...numbers.keys()], scripts: Object.fromEntries(numbered) };
}

/** The script of a choice; throws for one that was not prepared. */
export function scriptFor({ lines, scripts, dialect }: Prepared, choice: Choice, table: string): string {
  const numbers = scripts[choiceKey(choice)];
  if (numbers === undefined) throw new Error(`no script of ${dialect} for ${choiceKey(choice)}`);
  return numbers
    .map((number) => lines[number] ?? '')
    .join('\n')
    .replace(TABLE_MARK, () => table);
}

/** What is wrong with the name of a table, as a sentence; `undefined` for nothing. An empty one is the business of whoever asked. */
export const tableProblem = (table: string): string | undefined => (table.includes(';') ? 'A table has no ";" in its name.' : undefined);

/** The arguments of the command that prints the same, as a shell takes them. */
export function sqlArguments(dialect: DialectId, { columns, texts, people }: Choice, table: string): string {
  const quoted = /^[\w.-]+$/.test(table) ? table : `'${table.replaceAll("'", "'\\''")}'`;
  return `sql --dialect ${dialect} --table ${quoted} --columns ${columns}${texts ? '' : ' --no-texts'}${people ? '' : ' --no-people'}`;
}
