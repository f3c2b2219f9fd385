import { dialects } from '../../src/analyzer/grouped/sql/dialects.ts';
import type { Columns } from '../../src/analyzer/grouped/sql/presets.ts';
import { statementsOf } from '../../src/analyzer/grouped/sql/print.ts';
import { knowledge } from '../knowledge.ts';
import { TABLE, type Engine } from './engine.ts';
import { forms } from './forms.ts';
import type { Leaves } from './same-report.ts';

/** Everything may leave that a script lets out. */
export const all: Leaves = { texts: true, people: true };

/** The script for the log that an engine holds, of the Console where no other columns are given. */
export function scriptFor({ id }: Pick<Engine, 'id'>, leaves: Leaves = all, columns: Columns = forms.console.columns): readonly string[] {
  const dialect = dialects[id];
  const quoted = Object.fromEntries(Object.entries(columns).map(([field, name]) => [field, dialect.identifier(name)]));
  return statementsOf({ dialect, table: TABLE, columns: quoted, ...leaves }, knowledge);
}
