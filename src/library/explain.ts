import type { ErrorEntry } from '../catalog/error-schema.ts';
import { costAnswer, costCondition, hasPermanence, retryAnswer } from '../catalog/error-answers.ts';
import { actorsNoun, capital, notDocumented, suppressWords } from '../catalog/error-words.ts';
import { parseErrorCode } from '../catalog/error-code.ts';
import type { Permanence } from '../catalog/error-values.ts';
import { permanenceOf, whoDisagrees } from '../catalog/permanence.ts';
import type { CodeRecord } from './code-record.ts';

/** A code's record and what a program decides by it. */
export interface Explanation extends CodeRecord {
  /** Whether sending the same message again, unchanged, can succeed. */
  readonly shouldRetry: boolean | 'unknown';
  /** Whether the recipient belongs on a list of numbers not to text any more. */
  readonly shouldSuppress: boolean | 'unknown';
  /** Why, in a sentence each. */
  readonly reasons: { readonly shouldRetry: string; readonly shouldSuppress: string };
  readonly permanence: Permanence;
  /** Who can do something about it: "you or the carrier". */
  readonly whoActs: string;
  /** What a message that ends with it costs, in words. */
  readonly cost: string;
}

const sentence = (...parts: readonly (string | undefined)[]): string =>
  `${capital(parts.filter((part) => part !== undefined && part !== '').join('; '))}.`;

const retries: Readonly<Record<ErrorEntry['retry'], boolean | 'unknown'>> = {
  never: false,
  'after-fix': false,
  'later-with-backoff': true,
  'safe-now': true,
  unknown: 'unknown',
};
const suppressions: Readonly<Record<ErrorEntry['suppress'], boolean | 'unknown'>> = {
  no: false,
  'until-opt-in': true,
  yes: true,
  'after-check': 'unknown',
};

/**
 * Turns a code's facts into decisions. Somebody who must not be texted again is not retried, whatever `retry` says.
 *
 * @param record one of `codes`
 */
export function explained(record: CodeRecord): Explanation {
  const { facts } = record;
  if (facts === undefined) {
    const unknown = `Twilio lists ${record.code}, but no message log shows it: ${notDocumented}.`;
    return {
      ...record,
      shouldRetry: 'unknown',
      shouldSuppress: 'unknown',
      reasons: { shouldRetry: unknown, shouldSuppress: unknown },
      permanence: 'unknown',
      whoActs: notDocumented,
      cost: notDocumented,
    };
  }
  const mustStop = suppressions[facts.suppress] === true;
  const condition = costCondition(facts);
  return {
    ...record,
    shouldRetry: mustStop ? false : retries[facts.retry],
    shouldSuppress: suppressions[facts.suppress],
    reasons: {
      shouldRetry: sentence(retryAnswer(facts), mustStop ? suppressWords[facts.suppress] : undefined, whoDisagrees(facts)),
      shouldSuppress: sentence(suppressWords[facts.suppress]),
    },
    permanence: hasPermanence(facts) ? permanenceOf(facts) : 'unknown',
    whoActs: actorsNoun(facts.actors),
    cost: `${costAnswer(facts)}${condition === undefined ? '' : ` (${condition})`}`,
  };
}

/**
 * Finds a code among records.
 *
 * @param code as a log or a callback holds it: "30007", 30007, "030007"
 * @returns `undefined` for what is no code, and for codes that nobody lists
 */
export function explainFrom(codes: Readonly<Record<string, CodeRecord>>, code: string | number): Explanation | undefined {
  const known = parseErrorCode(String(code));
  const record = known === undefined || !Object.hasOwn(codes, known) ? undefined : codes[known];
  return record === undefined ? undefined : explained(record);
}
