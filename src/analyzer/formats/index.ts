import { consoleV1 } from './console/console-v1.ts';
import { consoleV2 } from './console/console-v2.ts';
import { consoleV3 } from './console/console-v3.ts';
import { consoleV3Edited } from './console/console-v3-edited.ts';
import type { Format } from './format.ts';
import { restCsv } from './rest/rest-csv.ts';
import { restJson } from './rest/rest-json.ts';

/** Every format that is read; the order means nothing. */
export const formats: readonly Format[] = [consoleV3, consoleV2, consoleV1, consoleV3Edited, restCsv, restJson];
