import { z } from 'astro/zod';

/** What people say when they have no code, and the step of the guide it belongs to. */
export const complaintsSchema = z.strictObject({
  /** Concept -> the words for it; a word may be several, and may end in `*` for any ending. */
  synonyms: z.record(z.string().regex(/^[a-z-]+$/), z.array(z.string().min(2)).min(1)),
  /** Concepts of which one must be named before a step is opened without asking: the talk is of messages. */
  about: z.array(z.string()).min(1),
  complaints: z
    .array(
      z.strictObject({
        step: z.string().min(1),
        /** Answers that are known when somebody says so, by fact. */
        answers: z.record(z.string(), z.string()).optional(),
        /** Ways to say it, thought of for this step. */
        says: z.array(z.string().min(5)).min(1),
        /** Ways in which people began who did not know the steps, sorted into them afterwards: how often each is meant, too. */
        heard: z.array(z.string().min(5)).default([]),
      }),
    )
    .min(1),
});

export type Complaints = z.infer<typeof complaintsSchema>;
