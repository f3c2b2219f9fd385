import type { ErrorEntry } from './error-schema.ts';
import type { Permanence } from './error-values.ts';

const byRetry: Readonly<Record<ErrorEntry['retry'], Permanence>> = {
  never: 'permanent',
  'after-fix': 'until-fixed',
  'later-with-backoff': 'temporary',
  'safe-now': 'temporary',
  unknown: 'unknown',
};

/**
 * Derived from the two fields that already say it, so that the three cannot contradict each other.
 * Somebody who must not be texted again makes a code permanent whatever `retry` says; `unknown` is said, never guessed.
 */
export function permanenceOf({ retry, suppress }: Pick<ErrorEntry, 'retry' | 'suppress'>): Permanence {
  return suppress === 'yes' || suppress === 'until-opt-in' ? 'permanent' : byRetry[retry];
}

/** Those who call a code something else than we do, as a clause: "VA Notify says permanent"; empty where nobody is known to. */
export function whoDisagrees(entry: Pick<ErrorEntry, 'retry' | 'suppress' | 'othersSay'>): string {
  const own = permanenceOf(entry);
  return (entry.othersSay ?? [])
    .filter(({ says }) => says !== own)
    .map(({ who, says }) => (says === 'both' ? `${who} knows both` : `${who} says ${says}`))
    .join('; ');
}
