import { consoleV3Edited } from './console/console-v3-edited.ts';
import { consoleV1 } from './console/console-v1.ts';
import { consoleV2 } from './console/console-v2.ts';
import { consoleV3 } from './console/console-v3.ts';
import type { LogFormat } from './format.ts';

/** Every format that is read, the first match wins: the narrow ones stand before the one that takes leftovers. */
export const formats: readonly LogFormat[] = [consoleV3, consoleV2, consoleV1, consoleV3Edited];
