import { z } from 'astro/zod';
import { errorCategories } from './category.ts';
import { actors, billings, products, retries, stages, suppressions } from './error-values.ts';
import { statuses } from './status.ts';

const code = z.number().int().min(100).max(999_999);
/** A calendar day; YAML may hand it over as a Date at UTC midnight. */
export const day = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date());

export const source = z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), url: z.url({ protocol: /^https?$/ }), checked: day });

/** Front matter of content/errors/<code>.mdx. */
export const errorSchema = z.strictObject({
  code,
  /** Twilio's short title, a fact. */
  title: z.string().min(1),
  formerTitles: z.array(z.string().min(1)),
  /**
   * Words of the API's own error message that stand for this code alone, without numbers and names, as few as identify it.
   * A text that holds them finds this page first.
   */
  sentences: z
    .array(
      z
        .string()
        .min(8)
        .max(70)
        .regex(/^[^|\d]+$/),
    )
    .min(1)
    .optional(),
  /** What went wrong in our words, without the code; stands alone in a link preview. */
  summary: z.string().min(20).max(160),
  level: z.enum(['error', 'warning']),
  product: z.enum(products),
  /** File of content/families/ with what this code shares with its kin. */
  family: z.string().min(1).optional(),
  stage: z.enum(stages),
  category: z.enum(errorCategories),
  /** Statuses a message with this code ends in; empty where no message exists or none is documented. */
  statuses: z.array(z.enum(statuses)),
  actors: z.array(z.enum(actors)),
  retry: z.enum(retries),
  suppress: z.enum(suppressions),
  /** What others call the code where the research found a word for it; `source` is the id of one of `sources`. */
  othersSay: z
    .array(z.strictObject({ who: z.string().min(1), says: z.enum(['permanent', 'temporary', 'both']), source: z.string().min(1) }))
    .min(1)
    .optional(),
  billing: z.enum(billings),
  confidence: z.enum(['high', 'medium', 'low']),
  related: z.array(code),
  guide: z.string().min(1),
  findings: z.array(z.string().min(1)),
  depth: z.enum(['full', 'brief']),
  reviewed: day,
  sources: z.array(source).min(1),
});

export type ErrorEntry = z.infer<typeof errorSchema>;
