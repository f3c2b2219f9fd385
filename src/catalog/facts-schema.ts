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

/** A limit of a rule and where its figures come from: documented, or our own choice. */
const limits = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ basis: z.enum(['documented', 'ours']), ...shape });
const count = z.number().int().positive();
const share = z.number().gt(0).max(1);

/** The whole of content/facts.yaml. */
export const factsSchema = z.strictObject({
  facts: z.record(z.string(), fact),
  thresholds: z.strictObject({
    general: limits({ minHits: count }),
    'unregistered-us-sender': limits({ minHits: count }),
    'template-filtered': limits({ minFiltered: count, minRate: share, rateRatio: z.number().gt(1) }),
    'dead-number': limits({ minFailures: count, minDays: count, minHours: count }),
    landline: limits({ minRefusals: count }),
    'no-receipt-country': limits({ minAged: count, minSentShare: share, settleMinutes: count }),
    'opted-out-retry': limits({ minRefusals: count, minRepeatShare: share }),
  }),
});

export type Facts = z.infer<typeof factsSchema>;
export type Thresholds = Facts['thresholds'];
