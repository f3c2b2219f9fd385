import { z } from 'astro/zod';

const code = z.number().int();
const programmes = ['toll-free', 'verification', 'campaign', 'shared'] as const;

/** The whole of content/families/twins.yaml: rejections of the US programmes, one fault with its code in each of them. */
export const twinsSchema = z.strictObject({
  programmes: z
    .array(
      z.strictObject({
        id: z.enum(programmes),
        name: z.string().min(1).max(40),
        /** How somebody with a rejection in hand recognises the programme. */
        tell: z.string().min(20).max(160),
      }),
    )
    .length(programmes.length),
  faults: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        title: z.string().min(1).max(60),
        codes: z.partialRecord(z.enum(programmes), z.array(code).min(1)),
      }),
    )
    .min(1),
  /** Codes of these programmes without a counterpart. */
  alone: z.array(code),
});

export type Twins = z.infer<typeof twinsSchema>;

/** One row of the table "Which of these am I?". */
export interface Twin {
  readonly code: number;
  readonly programme: string;
  readonly tell: string;
}

/** The table for one code: the fault and its codes in the order of the programmes; `undefined` where there is no counterpart. */
export function twinsOf(
  { programmes: known, faults }: Twins,
  wanted: number,
): { readonly title: string; readonly rows: readonly Twin[] } | undefined {
  const fault = faults.find(({ codes }) => Object.values(codes).some((list) => list.includes(wanted)));
  if (fault === undefined) return undefined;
  const rows = known.flatMap(({ id, name, tell }) => (fault.codes[id] ?? []).map((one) => ({ code: one, programme: name, tell })));
  return { title: fault.title, rows };
}
