import type { Progress } from '../analyzer/analyze.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Connection, Reply } from './connection.ts';
import type { Answer } from './protocol.ts';
import type { Answers, Ask } from './requests/index.ts';
import type { Threads } from './threads.ts';

/** A log whose thread waits for questions. */
export interface LogInHand {
  /**
   * Asks something of it; a new question takes the place of an older one of its kind, which is then `cancelled`.
   *
   * @param onAgain told while the log's files have to be read again, 0 to 1
   * @returns never rejects
   */
  readonly ask: <Kind extends Ask['kind']>(
    ask: Extract<Ask, { readonly kind: Kind }>,
    signal: AbortSignal,
    onAgain?: (fraction: number) => void,
  ) => Promise<Reply<Answers[Kind]>>;
  /** Lets go of it; whoever still waits is told. */
  readonly close: () => void;
}

/** A report, and the log in hand where it was asked to be kept there. */
type InHand<Result> = Result extends { readonly kind: 'report' } ? Result & { readonly log?: LogInHand } : Result;

/** How a job ends: an answer of the analyzer, or a thread that could not finish. */
export type JobResult = InHand<Answer> | { readonly kind: 'failed'; readonly reason: string };

interface Job {
  readonly threads: Pick<Threads, 'take' | 'giveBack'>;
  /** What the reader says of columns and times; nothing when absent. */
  readonly told?: Told;
  /** Whether questions will follow: the thread then lives on behind the report. */
  readonly keeps?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

function inHand(connection: Connection, letGo: () => void): LogInHand {
  const asking = new Map<Ask['kind'], AbortController>();
  const closed = new AbortController();
  return {
    ask: async (ask, signal, onAgain) => {
      asking.get(ask.kind)?.abort();
      const stop = new AbortController();
      asking.set(ask.kind, stop);
      return connection.request((id) => ({ kind: 'ask', id, ask }), AbortSignal.any([signal, stop.signal, closed.signal]), { onAgain });
    },
    close: () => {
      if (closed.signal.aborted) return;
      closed.abort();
      letGo();
    },
  };
}

/**
 * Reads files on a thread. It is ended on an error, an abort, or when it falls silent, and given back once nothing more is asked of the log.
 *
 * @returns never rejects; an abort gives `cancelled`, a crash or a silence of the thread `failed` with a sentence for the reader
 */
export async function runJob(files: readonly File[], job: Job): Promise<JobResult> {
  const { threads, told = {}, keeps = false, signal, onProgress } = job;
  if (signal.aborted) return { kind: 'cancelled' };
  const connection = threads.take();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const reply = await connection.request<Answer>((id) => ({ kind: 'read', id, files, told, keeps }), signal, { onProgress });
  if (reply.kind !== 'answer') {
    connection.close();
    return reply;
  }
  const letGo = (): void => {
    threads.giveBack(connection, bytes);
  };
  const { value } = reply;
  if (value.kind === 'report' && value.asking !== 'none' && keeps) return { ...value, log: inHand(connection, letGo) };
  letGo();
  return value;
}
