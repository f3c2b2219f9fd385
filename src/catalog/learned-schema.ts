import { z } from 'astro/zod';

/** What `npm run learn` made of content/complaints.json (pasted/learn.ts). */
export const learnedSchema = z.strictObject({
  /** SHA-256 of the sentences and synonyms it was learned from, in hexadecimal digits. */
  from: z.string().regex(/^[\da-f]{64}$/),
  /** How many words and pairs of words speak for a step. */
  features: z.int().positive(),
  /** For which complaints each of them speaks, and how much, in Base64 (pasted/weights.ts). */
  weights: z.base64().min(1),
  /** For each complaint, in the order of content/complaints.json: where it stands before a word is read. */
  bias: z.array(z.number()).min(1),
});

export type LearnedComplaints = z.infer<typeof learnedSchema>;
