import { z } from 'astro/zod';
import { source } from './error-schema.ts';

/** What every file of content/get-the-log/ has: its words stand in the body. */
const common = { order: z.number().int().positive(), title: z.string().min(1).max(40), sources: z.array(source) };

/** Plain text; `words between backticks` are code. */
const lines = z.array(z.string().min(10)).min(1).max(5);

/** Front matter of content/get-the-log/<id>.mdx: one way to get the message log, or notes that hold for several. */
export const waySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('way'),
    ...common,
    /** For whom it is the right one, to be read after "Take it when". */
    who: z.string().min(10).max(90),
    /** The files it makes and the format of src/analyzer/formats each of them is. */
    yields: z.array(z.strictObject({ file: z.string().min(1), format: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) })).min(1),
    /** How old a message can be, in a few words. */
    reach: z.string().min(5).max(60),
    needs: lines,
    cannotShow: lines,
    limits: lines,
  }),
  z.strictObject({ kind: z.literal('notes'), ...common, place: z.enum(['before', 'after']) }),
]);
