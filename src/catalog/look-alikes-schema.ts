import { z } from 'astro/zod';

/** The whole of content/look-alikes.yaml: groups of codes that are easily taken for each other. */
export const lookAlikesSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      title: z.string().min(1).max(80),
      rows: z.array(z.strictObject({ code: z.number().int(), tell: z.string().min(20).max(140), act: z.string().min(5).max(80) })).min(2),
    }),
  )
  .min(1);

export type LookAlikes = z.infer<typeof lookAlikesSchema>[number];
