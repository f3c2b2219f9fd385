import { signal } from '@preact/signals';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { unpackKnowledge, type KnowledgeData } from '../../catalog/packed-knowledge.ts';
import type * as Keep from '../report/keep.ts';
import type * as Around from './around-report.ts';
import type { ReportView } from '../report/ReportView.tsx';
import type { WordsOfFindings } from '../report/words-of-findings.ts';
import { nextTask } from '../../worker/next-task.ts';
import { Threads } from '../../worker/threads.ts';
import { loadReader } from './other-reading.ts';
import { samples } from './samples.ts';

/** What src/build/analyzer-knowledge.ts gives. */
interface Written {
  readonly knowledge: KnowledgeData;
  readonly words: WordsOfFindings;
}

/** What a log needs and the first look at the page does not. */
export interface Parts extends Omit<Written, 'knowledge'> {
  readonly knowledge: Knowledge;
  readonly threads: Threads;
  readonly View: typeof ReportView;
  readonly keep: typeof Keep;
  readonly around: typeof Around;
}

/** The parts, once they are there. */
export const parts = signal<Parts | undefined>(undefined);

let loading: Promise<Parts> | undefined;

/** The scripts that the parts come from; each is evaluated once, however often it is taken. */
const scripts = {
  knowledge: () => import('virtual:analyzer-knowledge'),
  start: () => import('../../worker/start.ts'),
  view: () => import('../report/ReportView.tsx'),
  keep: () => import('../report/keep.ts'),
  around: () => import('./around-report.ts'),
  reader: () => loadReader(),
};

async function take(): Promise<Parts> {
  const [{ data }, { startAnalyzer }, { ReportView }, keep, around] = await Promise.all([
    scripts.knowledge(),
    scripts.start(),
    scripts.view(),
    scripts.keep(),
    scripts.around(),
    scripts.reader(),
  ]);
  const { knowledge: packed, words } = data() as Written;
  // Neither is much; in one task they are.
  await nextTask();
  const knowledge = unpackKnowledge(packed);
  const threads = new Threads(startAnalyzer, { knowledge, words });
  return (parts.value = { knowledge, words, threads, View: ReportView, keep, around });
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

const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else
      addEventListener(
        'load',
        () => {
          resolve();
        },
        { once: true },
      );
  });

/** Resolves when nothing else happens, within so many milliseconds. */
const idle = (within: number): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: within },
      );
    else setTimeout(resolve, within / 10);
  });

/**
 * Takes everything while nobody waits for it, so that from then on nothing is asked for, whatever is dropped, pasted or pressed.
 *
 * @returns whether all of it is there; without a connection a part is tried again when it is needed
 */
export async function loadWhenIdle(): Promise<boolean> {
  try {
    await loaded();
    await idle(5_000);
    // One after another with a rest between: evaluated in one go they hold a slow phone for half a second.
    for (const script of [...Object.values(scripts), loadParts, ...samples.map(({ take }) => take)]) {
      await script();
      await idle(200);
    }
    return true;
  } catch {
    return false;
  }
}
