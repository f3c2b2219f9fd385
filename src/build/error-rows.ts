import { indexRow } from '../catalog/index-row.ts';
import { errorEntries } from '../cli/error-entries.ts';
import { virtualData } from './virtual-data.ts';

/** `virtual:error-rows`: the index loads it when somebody begins to search, its HTML holds the common rows only. */
export const errorRows = () => virtualData('error-rows', 'rows', () => errorEntries().map(indexRow));
