import { z } from 'astro/zod';

/** Front matter of content/families/<id>.mdx: what a family of codes has in common, written once. */
export const familySchema = z.strictObject({
  title: z.string().min(1).max(60),
  summary: z.string().min(20).max(200),
});
