import type { Complaints } from '../catalog/complaints-schema.ts';
import type { ErrorEntry } from '../catalog/error-schema.ts';
import { actorsClause, capital, retryAnswers } from '../catalog/error-words.ts';
import type { DictionaryEntry } from '../catalog/knowledge.ts';
import type { LearnedComplaints } from '../catalog/learned-schema.ts';
import type { LookAlikes } from '../catalog/look-alikes-schema.ts';
import type { Sentences } from '../catalog/sentences-schema.ts';
import { knownComplaints, type KnownComplaints } from './complaint.ts';
import type { CountryNames } from './phone.ts';
import { writeOthers, type OtherCodes } from './others.ts';

/** A code with a page, as far as a line under the box needs it. */
export interface PagedCode {
  readonly title: string;
  /** "You act. Resend: only after a fix." */
  readonly acts: string;
  /** Step of the guide that settles it. */
  readonly step: string;
}

/** A sentence without its sources. */
export interface Sentence {
  readonly code?: string;
  readonly says: readonly string[];
  readonly weak?: true;
  readonly or?: readonly string[];
  readonly tell?: string;
  readonly step?: string;
  /** A former title or our own choice of words, no quoted sentence. */
  readonly isTitle?: true;
}

/** All that the recognisers know, made from content/: plain data, one chunk of script. */
export interface PastedKnowledge {
  readonly codes: Readonly<Record<string, PagedCode>>;
  readonly others: OtherCodes;
  readonly sentences: readonly Sentence[];
  readonly lookAlikes: readonly { readonly title: string; readonly rows: readonly (readonly [code: string, tell: string])[] }[];
  readonly steps: Readonly<Record<string, string>>;
  readonly countries: CountryNames;
  readonly complaints: KnownComplaints;
}

interface Content {
  readonly errors: readonly ErrorEntry[];
  readonly dictionary: readonly DictionaryEntry[];
  readonly sentences: Sentences;
  readonly lookAlikes: readonly LookAlikes[];
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly countries: CountryNames;
  readonly complaints: Complaints;
  readonly learned: LearnedComplaints;
}

/** A sentence as the page carries it: what it stands for, nothing about where it was read. */
const slim = ({ code, says, weak, or, tell, step }: Sentences['sentences'][number]): Sentence => ({
  ...(code === undefined ? {} : { code: String(code) }),
  says,
  ...(weak === undefined ? {} : { weak }),
  ...(or === undefined ? {} : { or: or.map(String) }),
  ...(tell === undefined ? {} : { tell }),
  ...(step === undefined ? {} : { step }),
});

/** Gathers what the recognisers need from the collections of content/. */
export function buildPastedKnowledge({
  errors,
  dictionary,
  sentences,
  lookAlikes,
  steps,
  countries,
  complaints,
  learned,
}: Content): PastedKnowledge {
  const titled = errors.flatMap(({ code, formerTitles, sentences: own = [] }) =>
    formerTitles.length + own.length === 0
      ? []
      : {
          code: String(code),
          says: [...formerTitles.map((former) => former.replace(/…$/, '')), ...own],
          isTitle: true as const,
        },
  );
  return {
    codes: Object.fromEntries(
      errors.map(({ code, title, actors, retry, guide }) => [
        String(code),
        { title, acts: `${capital(actorsClause(actors))}. Resend: ${retryAnswers[retry]}.`, step: guide },
      ]),
    ),
    sentences: [...sentences.sentences.map(slim), ...titled],
    lookAlikes: lookAlikes.map(({ title, rows }) => ({ title, rows: rows.map(({ code, tell }) => [String(code), tell] as const) })),
    steps: Object.fromEntries(steps.map(({ id, title }) => [id, title])),
    others: writeOthers(dictionary),
    countries,
    complaints: knownComplaints(complaints, learned),
  };
}
