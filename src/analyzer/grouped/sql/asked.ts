import type { Dialect } from './dialects.ts';
import type { Columns } from './presets.ts';

/** What is asked of a script. */
export interface Asked {
  readonly dialect: Dialect;
  /** The table as the engine names it, or anything else that may stand behind FROM. */
  readonly table: string;
  /** Field -> its column, as the engine writes it; the table has no others. */
  readonly columns: Columns;
  /** Whether blanked texts leave the warehouse: of senders with a filtered message only. */
  readonly texts: boolean;
  /** Whether numbers do: of people who met a failure only. */
  readonly people: boolean;
}
