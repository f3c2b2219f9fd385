import { indexRow } from '../catalog/index-row.ts';
import { errorEntries } from './error-entries.ts';

const ID = 'virtual:error-rows';

interface Plugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  readonly load: (id: string) => string | undefined;
}

/** Makes `virtual:error-rows` a script of its own: the index loads it when somebody begins to search, its HTML holds the common rows only. */
export const errorRows = (): Plugin => ({
  name: 'error-rows',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) =>
    id === `\0${ID}` ? `export const rows = JSON.parse(${JSON.stringify(JSON.stringify(errorEntries().map(indexRow)))});` : undefined,
});
