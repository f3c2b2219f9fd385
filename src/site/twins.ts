import { parse } from 'yaml';
import text from '../../content/families/twins.yaml?raw';
import { twinsOf, twinsSchema } from '../catalog/twins-schema.ts';

const twins = twinsSchema.parse(parse(text));

/** The counterparts of a rejection in the other US programmes; most codes have none. */
export const twinsOfCode = (code: number): ReturnType<typeof twinsOf> => twinsOf(twins, code);
