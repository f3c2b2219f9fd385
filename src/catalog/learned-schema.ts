import { z } from 'astro/zod';

/** What `npm run learn` made of content/complaints.json (pasted/learn.ts). */
export const learnedSchema = z.strictObject({
  /** SHA-256 of the sentences and synonyms it was learned from, in hexadecimal digits. */
  from: z.string().regex(/^[\da-f]{64}$/),
  /** What a complaint is recognised by (pasted/concepts.ts). */
  features: z.array(z.string().min(1)).min(1),
  /** For each feature which complaints it speaks for, and how much (pasted/weights.ts). */
  weights: z.array(z.string().regex(/^(?:\d*[A-Za-z])+$/)).min(1),
  /** For each complaint, in the order of content/complaints.json: where it stands before a word is read. */
  bias: z.array(z.number()).min(1),
});

export type LearnedComplaints = z.infer<typeof learnedSchema>;
