import type { ErrorEntry } from '../catalog/error-schema.ts';
import { codeFacts, type CodeFacts, type DictionaryEntry, type Knowledge } from '../catalog/knowledge.ts';
import { errorPath, stepPath, twilioErrorUrl } from '../catalog/paths.ts';
import type { CodeRecord } from './code-record.ts';

/** `Knowledge` without what stands in the records; `categories` are those of codes without a page. */
export interface KnowledgeRest extends Omit<Knowledge, 'codes'> {
  readonly categories: Readonly<Record<string, CodeFacts['category']>>;
}

/** The address of a path of ours: whole where it is known where the pages are. */
export const addressAt = (path: string, site: URL | undefined): string =>
  site === undefined || !path.startsWith('/') ? path : new URL(path.slice(1), site).href;

/**
 * Every code by its number: those of Twilio's list that have no page first, then those with a page.
 *
 * @param site where the pages are, with a "/" at its end; without one, addresses begin with "/"
 */
export function codeRecords(
  errors: readonly ErrorEntry[],
  { codes }: Pick<Knowledge, 'codes'>,
  dictionary: readonly DictionaryEntry[],
  site: URL | undefined,
): Readonly<Record<string, CodeRecord>> {
  const bare = dictionary.map(({ code, title, product }): CodeRecord => {
    const key = String(code);
    return { code: key, title, ...(product === undefined ? {} : { product }), url: twilioErrorUrl(key) };
  });
  const paged = errors.map(({ code, title, ...facts }): CodeRecord => {
    const key = String(code);
    const firstStep = codes[key]?.first;
    return {
      code: key,
      title,
      url: addressAt(errorPath(key), site),
      facts,
      ...(firstStep === undefined ? {} : { firstStep }),
      guideUrl: addressAt(stepPath(facts.guide), site),
    };
  });
  return Object.fromEntries([...bare, ...paged].map((record) => [record.code, record]));
}

/** What the analyzer must know, put together from the records and the rest of it: undoes what `codeRecords` took. */
export function knowledgeOf(records: Readonly<Record<string, CodeRecord>>, { categories, ...rest }: KnowledgeRest): Knowledge {
  const codes = Object.values(records).map(({ code, title, facts, firstStep }): readonly [string, CodeFacts] => {
    if (facts === undefined) {
      const category = categories[code] ?? 'unknown';
      return [code, { title, category, retry: 'unknown', suppress: 'no', billing: 'unknown', page: false }];
    }
    return [code, codeFacts({ title, ...facts }, firstStep)];
  });
  return { ...rest, codes: Object.fromEntries(codes) };
}

/** What of the analyzer's knowledge the records do not hold. */
export const restOf = ({ codes, ...rest }: Knowledge): KnowledgeRest => ({
  ...rest,
  categories: Object.fromEntries(
    Object.entries(codes)
      .filter(([, { page, category }]) => !page && category !== 'unknown')
      .map(([code, { category }]) => [code, category]),
  ),
});
