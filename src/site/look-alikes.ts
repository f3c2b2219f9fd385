import { parse } from 'yaml';
import text from '../../content/look-alikes.yaml?raw';
import { lookAlikesSchema, type LookAlikes } from '../catalog/look-alikes-schema.ts';

const groups = lookAlikesSchema.parse(parse(text));

/** The groups of codes this one is easily taken for; most codes are in none. */
export const lookAlikesOf = (code: number): readonly LookAlikes[] => groups.filter(({ rows }) => rows.some((row) => row.code === code));
