import { z } from 'astro/zod';
import { day, source } from '../catalog/error-schema.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What the seed article said, what holds instead, since when. */
const change = z.strictObject({ said: z.string().min(1), now: z.string().min(1), since: day.optional(), source });

const common = { title: z.string().min(1).max(90), changed: z.array(change).optional() };

const answer = z.strictObject({
  id,
  label: z.string().min(1).max(80),
  hint: z.string().min(1).max(140).optional(),
  next: id,
});

/** Front matter of content/guide/<step>.mdx. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    ...common,
    /** The fact this question settles; a known fact skips the question. */
    fact: id,
    /** At most nine (keys 1-9); the last one is always "I don't know". */
    answers: z.array(answer).min(2).max(9),
  }),
  z.strictObject({
    kind: z.literal('check'),
    ...common,
    fact: id,
    /** Things to try on one page, each with its own "that was it". */
    answers: z.array(answer).min(2).max(12),
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    ...common,
    /** What it is, in one sentence. */
    summary: z.string().min(20).max(220),
    /** Numbered, smallest first. */
    doNow: z.array(z.string().min(1)).min(1).max(6),
    /** What to check next time. */
    prevent: z.array(z.string().min(1)).min(1).max(5),
    /** Steps worth going to from here. */
    next: z.array(id).optional(),
  }),
]);

export type Step = z.infer<typeof stepSchema>;
