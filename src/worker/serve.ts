import { analyze, type Analysis } from '../analyzer/analyze.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { nextTask } from './next-task.ts';
import type { Answer, Asking, Read, Ready, Request, Response } from './protocol.ts';
import type { Held } from './requests/held.ts';
import { answer, type Ask } from './requests/index.ts';
import { cut } from './slices.ts';
import { warmUp } from './warm-up.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';

interface Surroundings {
  readonly send: (response: Response) => void;
  /** Milliseconds of any clock. */
  readonly now: () => number;
}

const PROGRESS_EVERY_MS = 100;

const sourceOf = (file: File): Source => ({
  name: file.name,
  size: file.size,
  stream: () => file.stream(),
  slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});

/** How questions about what was read will be answered. */
function askingOf({ report: { sources }, kept, isWithoutRows = false }: Extract<Analysis, { readonly kind: 'report' }>): Asking {
  if (isWithoutRows || sources.length === 0) return 'none';
  return kept === undefined ? 'again' : 'kept';
}

/**
 * The other side of client.ts: reads a log and then answers questions about it, side by side; each gives way to the others after some
 * ten milliseconds of work. Another log takes the place of the one before.
 *
 * @returns takes the messages of the page, one by one
 */
export function serve({ send, now }: Surroundings): (message: Request) => void {
  let held: Held | undefined;
  let ready: Ready | undefined;
  let isWarmingUp = false;
  /** What is being answered, by its kind. */
  const running = new Map<Ask['kind'], { readonly id: number; readonly stop: AbortController }>();

  /** Sends an answer in pieces, so that no single message keeps the page busy for long. */
  const sendAnswer = (id: number, value: Extract<Response, { readonly kind: 'answer' }>['trunk']): void => {
    const { trunk, slices } = cut(value);
    for (const slice of slices) send({ kind: 'slice', id, slice });
    send({ kind: 'answer', id, trunk });
  };

  const read = async ({ id, files, told, keeps }: Read): Promise<void> => {
    if (ready === undefined) throw new Error('There is nothing to read a log with');
    const { knowledge, words } = ready;
    const sources = files.map(sourceOf);
    const analysis = await analyze(sources, {
      knowledge,
      told,
      keeps,
      now,
      progressEveryMs: PROGRESS_EVERY_MS,
      onProgress: (progress) => {
        send({ kind: 'progress', id, progress });
      },
    });
    if (analysis.kind !== 'report') {
      sendAnswer(id, analysis);
      return;
    }
    const { kind, report, declined, tables = [], plan, kept } = analysis;
    if (keeps) held = { knowledge, words, sources, told, report, declined, plan, kept };
    const json = new Blob([reportJson(report, words)], { type: 'application/json' });
    sendAnswer(id, { kind, report, declined, tables, json, asking: askingOf(analysis) } satisfies Answer);
  };

  const forget = (): void => {
    held = undefined;
    for (const { stop } of running.values()) stop.abort();
    running.clear();
  };

  const respond = async (id: number, ask: Ask): Promise<void> => {
    if (held === undefined) throw new Error('There is no log to ask');
    const stop = new AbortController();
    running.get(ask.kind)?.stop.abort();
    running.set(ask.kind, { id, stop });
    const { signal } = stop;
    const rest = async (): Promise<boolean> => {
      await nextTask();
      return signal.aborted;
    };
    let told = -Infinity;
    const onProgress = (fraction: number): void => {
      if (now() - told < PROGRESS_EVERY_MS) return;
      told = now();
      send({ kind: 'again', id, fraction });
    };
    const value = await answer(held, ask, { signal, rest, onProgress });
    if (value === undefined || signal.aborted) return;
    running.delete(ask.kind);
    sendAnswer(id, value);
  };

  return (message) => {
    const failedOn =
      (id: number) =>
      (error: unknown): void => {
        send({ kind: 'failed', id, reason: reasonOf(error) });
      };
    isWarmingUp = message.kind === 'warm-up';
    switch (message.kind) {
      case 'ready':
        ready = message;
        break;
      case 'warm-up':
        if (ready !== undefined) void warmUp(ready.knowledge, () => isWarmingUp);
        break;
      case 'read':
        forget();
        read(message).catch(failedOn(message.id));
        break;
      case 'forget':
        forget();
        break;
      case 'ask':
        respond(message.id, message.ask).catch(failedOn(message.id));
        break;
      case 'drop':
        for (const { id, stop } of running.values()) if (id === message.id) stop.abort();
        break;
    }
  };
}
