import { z } from 'astro/zod';

const code = z.number().int().min(100).max(999_999);

/** Sentences of Twilio's API, debugger and helper libraries, and the code or the step of the guide each stands for. */
export const sentencesSchema = z.strictObject({
  /** Day on which the list was last gone through. */
  checked: z.iso.date(),
  sentences: z
    .array(
      z
        .strictObject({
          /** Absent for a sentence that carries no code: then `step` says where it is settled. */
          code: code.optional(),
          /** The words, `{number}`, `{sid}`, `{url}`, `{name}` and `{n}` where a value stands; any of them identifies the code. */
          says: z.array(z.string().min(3)).min(1),
          /** Where it is printed; titles of the dictionary where nothing is said. */
          from: z.enum(['message', 'alert', 'library']).optional(),
          /** Common words: they count only as the whole message. */
          weak: z.literal(true).optional(),
          /** Other codes with the same words. */
          or: z.array(code).min(1).optional(),
          /** How the codes are told apart. */
          tell: z.string().min(5).optional(),
          step: z.string().min(1).optional(),
          source: z.string().min(5),
        })
        .refine(({ code, step }) => code !== undefined || step !== undefined, 'a sentence needs a code or a step'),
    )
    .min(1),
});

export type Sentences = z.infer<typeof sentencesSchema>;
