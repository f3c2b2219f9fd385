import { z } from 'astro/zod';
import { source } from './error-schema.ts';

const entry = z.strictObject({
  /** The anchor of the entry. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  term: z.string().min(2).max(40),
  /** How the word stands in texts; the term alone where it is left out. */
  forms: z.array(z.string().min(2)).min(1).optional(),
  /** What it means, in our words, without figures: those come from facts. */
  says: z.string().min(40).max(260),
  /** Ids of content/facts.yaml. */
  facts: z.array(z.string()).min(1).optional(),
  /** Codes whose pages are about it. */
  codes: z.array(z.number().int()).min(1).optional(),
  /** The step of the guide that is about it. */
  step: z.string().optional(),
  sources: z.array(source).min(1).optional(),
});
export type GlossaryEntry = z.infer<typeof entry>;

/** The whole of content/glossary.yaml. */
export const glossarySchema = z.array(entry).min(1);
