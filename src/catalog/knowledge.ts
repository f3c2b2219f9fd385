import type { ErrorCategory } from './category.ts';
import type { ErrorEntry } from './error-schema.ts';
import type { Facts } from './facts-schema.ts';

/** What is known of one code; the analyzer reads no pages, it is handed this. */
export interface CodeFacts {
  readonly title: string;
  readonly category: ErrorCategory;
  readonly retry: ErrorEntry['retry'];
  readonly suppress: ErrorEntry['suppress'];
  readonly billing: ErrorEntry['billing'];
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
  readonly optOutKeywords: readonly string[];
  readonly optInKeywords: readonly string[];
  /** Hosts of link shorteners that everybody can use. */
  readonly linkShorteners: readonly string[];
}

/** The limits without the word that says where they come from. */
const figuresOf = (limits: Facts['thresholds'][string]): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(limits).flatMap(([name, limit]) => (typeof limit === 'number' ? [[name, limit]] : [])));

/**
 * Gathers what the analyzer needs.
 *
 * @throws Error when facts.yaml lacks a value the analyzer computes with: a bug in content, not an input
 */
export function buildKnowledge(
  entries: readonly ErrorEntry[],
  dictionary: readonly DictionaryEntry[],
  { facts, thresholds }: Facts,
): Knowledge {
  const codes: Record<string, CodeFacts> = {};
  for (const { code, title, category } of dictionary) {
    codes[String(code)] = { title, category: category ?? 'unknown', retry: 'unknown', suppress: 'no', billing: 'unknown', page: false };
  }
  for (const { code, title, category, retry, suppress, billing, guide } of entries) {
    codes[String(code)] = { title, category, retry, suppress, billing, guide, page: true };
  }
  const list = (id: string): readonly string[] => {
    const value = facts[id]?.value;
    if (!Array.isArray(value)) throw new Error(`facts.yaml: "${id}" needs a list as its value`);
    return value;
  };
  const amount = facts['failed-fee']?.value;
  if (typeof amount !== 'number') throw new Error('facts.yaml: "failed-fee" needs a number as its value');
  return {
    codes,
    thresholds: Object.fromEntries(Object.entries(thresholds).map(([rule, limits]) => [rule, figuresOf(limits)])),
    failedFee: { amount, unit: 'USD', exempt: list('failed-fee-exempt') },
    optOutKeywords: list('opt-out-keywords'),
    optInKeywords: list('opt-in-keywords'),
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
