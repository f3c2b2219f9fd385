import type { ErrorCategory } from './category.ts';
import type { ErrorEntry } from './error-schema.ts';
import type { Facts } from './facts-schema.ts';
import { costNoteOf } from './error-answers.ts';
import { firstStepOf } from './first-step.ts';

/** What is known of one code; the analyzer reads no pages, it is handed this. */
export interface CodeFacts {
  readonly title: string;
  readonly category: ErrorCategory;
  readonly retry: ErrorEntry['retry'];
  readonly suppress: ErrorEntry['suppress'];
  readonly billing: ErrorEntry['billing'];
  /** No source settles whether a failed message with it costs the fee; absent for no. */
  readonly isFeeUnsettled?: true;
  /** Who can do something about it; absent for codes without a page. */
  readonly actors?: ErrorEntry['actors'];
  /** The first thing to do, as plain text; absent for codes without a page. */
  readonly first?: string;
  /** Step of the guide that settles it; absent for codes without a page. */
  readonly guide?: string;
  /** Whether /errors/<code>/ exists. */
  readonly page: boolean;
}

/** One row of content/dictionary.json: a code without a page of its own. */
export interface DictionaryEntry {
  readonly code: number;
  readonly title: string;
  readonly product?: string;
  /** Given for codes a message can meet. */
  readonly category?: ErrorCategory;
}

/** Everything the analyzer must know from content/: plain data, fit to cross a thread or an attribute. */
export interface Knowledge {
  readonly codes: Readonly<Record<string, CodeFacts>>;
  /** Finding (or "general") -> name of a limit -> its figure. */
  readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Fee of a failed message in USD and the codes exempt from it. */
  readonly failedFee: { readonly amount: number; readonly unit: string; readonly exempt: readonly string[] };
  /** Messages to name to Twilio support: how many at least, and how many hours old they may be, by error code where that differs. */
  readonly support: { readonly sids: number; readonly hours: number; readonly hoursByCode: Readonly<Record<string, number>> };
  readonly optOutKeywords: readonly string[];
  readonly optInKeywords: readonly string[];
  /** Those of them that a toll-free number takes. */
  readonly optInKeywordsTollFree: readonly string[];
  /** Failure rate (0 to 1) above which a log is never called healthy. */
  readonly attention: number;
  /** Hosts of link shorteners that everybody can use. */
  readonly linkShorteners: readonly string[];
}

/** The limits without the word that says where they come from. */
const figuresOf = (limits: Facts['thresholds'][string]): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(limits).flatMap(([name, limit]) => (typeof limit === 'number' ? [[name, limit]] : [])));

/** What the analyzer must know of a code that has a page. @param first the first thing to do, as plain text */
export const codeFacts = (
  page: Pick<ErrorEntry, 'title' | 'category' | 'retry' | 'suppress' | 'billing' | 'actors' | 'guide' | 'stage' | 'statuses' | 'product'>,
  first: string | undefined,
): CodeFacts => {
  const { title, category, retry, suppress, billing, actors, guide } = page;
  return {
    title,
    category,
    retry,
    suppress,
    billing,
    actors,
    ...(first === undefined ? {} : { first }),
    guide,
    ...(costNoteOf(page) === 'refused-request' ? { isFeeUnsettled: true } : {}),
    page: true,
  };
};

/**
 * Gathers what the analyzer needs.
 *
 * @throws Error when facts.yaml lacks a value the analyzer computes with: a bug in content, not an input
 */
export function buildKnowledge(
  entries: readonly { readonly data: ErrorEntry; readonly body: string }[],
  dictionary: readonly DictionaryEntry[],
  { facts, thresholds }: Facts,
): Knowledge {
  const codes: Record<string, CodeFacts> = {};
  for (const { code, title, category } of dictionary) {
    codes[String(code)] = { title, category: category ?? 'unknown', retry: 'unknown', suppress: 'no', billing: 'unknown', page: false };
  }
  for (const { data, body } of entries) {
    codes[String(data.code)] = codeFacts(
      data,
      firstStepOf(body, (id) => facts[id]?.text ?? id),
    );
  }
  const list = (id: string): readonly string[] => {
    const value = facts[id]?.value;
    if (!Array.isArray(value)) throw new Error(`facts.yaml: "${id}" needs a list as its value`);
    return value;
  };
  const number = (id: string): number => {
    const value = facts[id]?.value;
    if (typeof value !== 'number') throw new Error(`facts.yaml: "${id}" needs a number as its value`);
    return value;
  };
  return {
    codes,
    thresholds: Object.fromEntries(Object.entries(thresholds).map(([rule, limits]) => [rule, figuresOf(limits)])),
    failedFee: { amount: number('failed-fee'), unit: 'USD', exempt: list('failed-fee-exempt') },
    support: { sids: number('support-sids'), hours: number('support-age'), hoursByCode: { '30008': number('support-age-30008') } },
    optOutKeywords: list('opt-out-keywords'),
    optInKeywords: list('opt-in-keywords'),
    optInKeywordsTollFree: list('opt-in-keywords-toll-free'),
    attention: number('failure-rate-attention'),
    linkShorteners: list('public-link-shorteners'),
  };
}

/**
 * One limit of a rule.
 *
 * @throws Error when facts.yaml has none of that name: a bug in content, not an input
 */
export function thresholdOf({ thresholds }: Pick<Knowledge, 'thresholds'>, rule: string, name: string): number {
  const limit = thresholds[rule]?.[name];
  if (limit === undefined) throw new Error(`facts.yaml: the thresholds of "${rule}" lack "${name}"`);
  return limit;
}
