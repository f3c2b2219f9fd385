import { z } from 'astro/zod';
import { source } from './error-schema.ts';

/** Front matter of content/findings/<id>.mdx; the body says what it means, what to do, how to be sure. */
export const findingSchema = z.strictObject({
  /** What a support agent would call it, aloud: a short sentence or a noun phrase that fits every case of it. */
  title: z.string().min(1).max(80),
  /** One sentence for link previews, lists and the command line. */
  summary: z.string().min(20).max(200),
  /** Error codes that make it; each code's page names the finding in return. */
  codes: z.array(z.number().int()),
  /** Step of the guide that settles it. */
  guide: z.string().min(1),
  /** Smallest act first; plain text, also printed by the command line. */
  doThis: z.array(z.string().min(1)).min(1).max(5),
  /** The one check outside the log that would settle it. */
  settle: z.string().min(1),
  /** What else the same messages could mean, likeliest first: how each is told apart in one sentence. */
  confusedWith: z
    .array(
      z
        .strictObject({
          /** The other reading is a finding of its own … */
          finding: z.string().min(1).optional(),
          /** … or an error code. */
          code: z.number().int().optional(),
          how: z.string().min(20).max(240),
        })
        .refine(({ finding, code }) => finding === undefined || code === undefined, 'names a finding or a code, not both'),
    )
    .min(1)
    .max(4),
  /** What was read for it: the page of each of its codes, and what its limits and advice stand on. */
  sources: z.array(source).min(1),
});

export type FindingEntry = z.infer<typeof findingSchema>;
