import { signal } from '@preact/signals';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { unpackKnowledge, type KnowledgeData } from '../../catalog/packed-knowledge.ts';
import type * as Keep from '../report/keep.ts';
import type * as Around from './around-report.ts';
import type { ReportView } from '../report/ReportView.tsx';
import type { WordsOfFindings } from '../report/words-of-findings.ts';
import { loadReader } from './other-reading.ts';
import { samples } from './samples.ts';

/** What src/build/analyzer-knowledge.ts gives. */
interface Written {
  readonly knowledge: KnowledgeData;
  readonly words: WordsOfFindings;
  /** Failure rate (0 to 1) above which a log is never called healthy. */
  readonly attention: number;
}

/** What a log needs and the first look at the page does not. */
export interface Parts extends Omit<Written, 'knowledge'> {
  readonly knowledge: Knowledge;
  readonly start: () => Worker;
  readonly View: typeof ReportView;
  readonly keep: typeof Keep;
  readonly around: typeof Around;
}

/** The parts, once they are there. */
export const parts = signal<Parts | undefined>(undefined);

let loading: Promise<Parts> | undefined;

async function take(): Promise<Parts> {
  const [{ data }, { startAnalyzer }, { ReportView }, keep, around] = await Promise.all([
    import('virtual:analyzer-knowledge'),
    import('../../worker/start.ts'),
    import('../report/ReportView.tsx'),
    import('../report/keep.ts'),
    import('./around-report.ts'),
    loadReader(),
  ]);
  const { knowledge, ...written } = data() as Written;
  return (parts.value = { ...written, knowledge: unpackKnowledge(knowledge), start: startAnalyzer, View: ReportView, keep, around });
}

/**
 * Takes the parts, once; a log that came before they are there waits unread.
 *
 * @returns rejects when the site cannot be reached; the next call tries again
 */
export function loadParts(): Promise<Parts> {
  loading ??= take().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Resolves when the page has loaded and nothing else happens, within five seconds. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const wait = (): void => {
      if ('requestIdleCallback' in globalThis)
        requestIdleCallback(
          () => {
            resolve();
          },
          { timeout: 5_000 },
        );
      else setTimeout(resolve, 500);
    };
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });

/**
 * Takes everything while nobody waits for it, so that from then on nothing is asked for, whatever is dropped, pasted or pressed.
 *
 * @returns whether all of it is there; without a connection a part is tried again when it is needed
 */
export async function loadWhenIdle(): Promise<boolean> {
  try {
    await idle();
    await loadParts();
    await Promise.all(samples.map(({ load }) => load()));
    return true;
  } catch {
    return false;
  }
}
