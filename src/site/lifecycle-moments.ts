import { lifecycleMachine } from '../guide/lifecycle/choices.ts';
import type { LifecycleWords } from '../guide/lifecycle/moment.ts';
import { dictionaryEntry } from './dictionary.ts';
import { errorFacts } from './errors.ts';
import { factById } from './facts.ts';

/** The words of the lifecycle, from the error pages and the dated facts. */
export async function lifecycleWords(): Promise<LifecycleWords> {
  const pages = await errorFacts();
  const codes = Object.keys(lifecycleMachine.states).flatMap((state) => state.match(/\d{5}/) ?? []);
  const exempt = factById('failed-fee-exempt').value;
  return {
    titles: Object.fromEntries(codes.map((code) => [code, pages.get(code)?.title ?? dictionaryEntry(code)?.title ?? ''])),
    failedFee: factById('failed-fee').text,
    exempt: Array.isArray(exempt) ? exempt : [],
    refusedFee: `Sources disagree: ${factById('refused-request-fee').text}`,
    undeliveredCost: factById('undelivered-billed').text,
  };
}
