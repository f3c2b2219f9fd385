import { parseErrorCode } from '../../catalog/error-code.ts';
import { changingKey, codeFact, type Answers, type Guide } from './guide.ts';

/** An answer of an address that was not used, and why. */
export interface Dropped {
  readonly fact: string;
  readonly answer: string;
  readonly reason: 'no-such-question' | 'no-such-answer' | 'contradicts';
}

export interface ReadAnswers {
  readonly answers: Answers;
  /** The fact the reader wants to answer anew. */
  readonly changing: string | undefined;
  readonly dropped: readonly Dropped[];
}

/** Fact -> what an address may say -> id of the answer, over all questions that ask for it. */
function answersByFact(guide: Guide): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const known = new Map<string, Map<string, string>>();
  for (const step of Object.values(guide.steps)) {
    if (step.kind === 'outcome' || step.fact === undefined) continue;
    const ids = known.get(step.fact) ?? new Map<string, string>();
    for (const { id, also = [] } of step.answers) for (const word of [id, ...also]) ids.set(word, id);
    known.set(step.fact, ids);
  }
  return known;
}

/**
 * Reads the answers of an address. Ids, not positions: links survive edits of the guide.
 * An error code may be written as logs write it ("30007.0") and counts when it has a page or is listed as an answer.
 *
 * @returns what can be used; everything else stands in `dropped`, a repeated key with its later values
 */
export function readAnswers(guide: Guide, query: URLSearchParams): ReadAnswers {
  const byFact = answersByFact(guide);
  const answers: Record<string, string> = {};
  const dropped: Dropped[] = [];
  let changing: string | undefined;
  for (const [fact, value] of query) {
    if (fact === changingKey) {
      if (byFact.has(value)) changing = value;
      continue;
    }
    const ids = byFact.get(fact);
    const code = fact === codeFact ? parseErrorCode(value) : undefined;
    const ofCode = code !== undefined && Object.hasOwn(guide.codes, code) ? code : undefined;
    const answer = ids?.get(code ?? value) ?? ofCode;
    if (ids === undefined) dropped.push({ fact, answer: value, reason: 'no-such-question' });
    else if (answer === undefined) dropped.push({ fact, answer: value, reason: 'no-such-answer' });
    else if (Object.hasOwn(answers, fact)) {
      if (answers[fact] !== answer) dropped.push({ fact, answer, reason: 'contradicts' });
    } else answers[fact] = answer;
  }
  return { answers, changing, dropped };
}

/** Answers as they travel in an address; the inverse of `readAnswers`. */
export const writeAnswers = (answers: Answers, changing?: string): Answers =>
  changing === undefined ? answers : { ...answers, [changingKey]: changing };
