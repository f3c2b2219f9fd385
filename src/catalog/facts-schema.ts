import { z } from 'astro/zod';
import { day, source } from './error-schema.ts';

/** A source of a fact also tells what it says: sources are read beside each other where they disagree. */
const factSource = source.extend({ says: z.string().min(1).max(160) });

const fact = z.strictObject({
  /** A heading of some words, as a reader would look for it. */
  title: z.string().min(1).max(60),
  /** What a page prints inside a sentence. */
  text: z.string().min(1),
  /** What code computes with. */
  value: z.union([z.number(), z.string(), z.array(z.string()).min(1)]).optional(),
  /** The whole claim in our words, figures included: it stands alone. */
  says: z.string().min(1),
  since: day.optional(),
  /** How sources disagree. */
  conflict: z.string().optional(),
  sources: z.array(factSource).min(1),
});
export type Fact = z.infer<typeof fact>;

/**
 * Limits of one rule and where their figures come from: documented, or our own choice. Which limits a rule has stands beside the
 * rule (`limits` in src/analyzer/findings/<id>/rule.ts); tests/lockstep/findings.test.ts holds the two together.
 */
const limits = z.object({ basis: z.enum(['documented', 'ours']) }).catchall(z.number().positive());

/** The whole of content/facts.yaml. */
export const factsSchema = z.strictObject({
  facts: z.record(z.string(), fact),
  thresholds: z.record(z.string(), limits),
});

export type Facts = z.infer<typeof factsSchema>;
