import { z } from 'astro/zod';
import { day, source } from '../../catalog/error-schema.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What was said, by Twilio's troubleshooting article or elsewhere, what holds instead, since when. */
const change = z.strictObject({
  by: z.enum(['article', 'elsewhere']),
  said: z.string().min(1),
  now: z.string().min(1),
  since: day.optional(),
  source,
});

const common = {
  title: z.string().min(1).max(90),
  changed: z.array(change).optional(),
  /** Where the claims of this page come from, beyond the facts and codes it quotes. */
  sources: z.array(source).min(1).optional(),
};

/** What the answer is about, in front of it in a summary for people who never saw the question: "Status". */
const topic = z.string().min(3).max(30).optional();

const answer = z.strictObject({
  id,
  label: z.string().min(1).max(80),
  hint: z.string().min(1).max(140).optional(),
  /** The answer as a word after its topic, for summaries: "Row in Twilio's log: found". */
  short: z.string().min(1).max(40).optional(),
  /** How to look: the taps on a phone. Such an answer is a card of its own; texts may hold the marks of inline.ts. */
  how: z.array(z.string().min(10).max(260)).min(1).max(3).optional(),
  next: id,
  /** Other values that say the same in an address, such as the statuses that one answer sums up. */
  also: z
    .array(z.string().regex(/^[a-z0-9_]+$/))
    .min(1)
    .optional(),
  /** Facts that make this the answer when the question itself was never answered: who brings a code need not be asked what they have. */
  impliedBy: z.array(id).min(1).optional(),
});

/** Front matter of content/guide/<step>.mdx. Texts may hold the marks of inline.ts. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    ...common,
    /** The fact this question settles; a known fact skips the question. */
    fact: id,
    topic,
    /** At most nine (keys 1-9); the last one is always "I don't know". */
    answers: z.array(answer).min(2).max(9),
  }),
  z.strictObject({
    kind: z.literal('check'),
    ...common,
    /** Without a fact the page tells how to find something out: its answers lead on and are not remembered. */
    fact: id.optional(),
    topic,
    /** Things to try on one page, each with its own "that was it". */
    answers: z.array(answer).min(1).max(12),
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    ...common,
    /** What it is, in one sentence. */
    summary: z.string().min(20).max(220),
    /** Numbered, smallest first. */
    doNow: z.array(z.string().min(1)).min(1).max(6),
    /** What to check next time. */
    prevent: z.array(z.string().min(1)).min(1).max(5),
    /** Steps worth going to from here. */
    next: z.array(id).optional(),
    /** Given where Twilio support is asked: how old the message SIDs may be, as a fact of facts.yaml. */
    support: z.enum(['support-age', 'support-age-30008']).optional(),
    /** What support is asked, for one message and for several; `{status}` stands for what the log calls them. Without it: who stopped them. */
    ask: z.strictObject({ one: z.string().min(20), many: z.string().min(20) }).optional(),
    /** Words for somebody else to copy: to the recipient, or from the recipient to the carrier. `____` is a blank. */
    toSend: z.strictObject({ to: z.enum(['recipient', 'carrier']), text: z.string().min(40).max(500) }).optional(),
    /** Given where someone else must look: a letter with blanks instead of the summary. */
    letter: z
      .strictObject({ opening: z.string().min(1), blanks: z.array(z.string().min(1)).min(1), request: z.string().min(1) })
      .optional(),
  }),
]);

export type Step = z.infer<typeof stepSchema>;
export type Letter = NonNullable<Extract<Step, { kind: 'outcome' }>['letter']>;
export type Change = z.infer<typeof change>;
