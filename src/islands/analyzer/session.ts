import { assign, enqueueActions, fromCallback, sendTo, setup } from 'xstate';
import type { Progress } from '../../analyzer/analyze.ts';
import type { SeenTable } from '../../analyzer/read-log.ts';
import type { Told as ToldOfLog } from '../../analyzer/read-source.ts';
import type { Declined } from '../../analyzer/report/declined.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { JobResult, LogInHand } from '../../worker/client.ts';
import type { Asking } from '../../worker/protocol.ts';
import { Asker, type AskerNews } from '../filter/asker.ts';
import type { Chips } from '../filter/chips.ts';
import { awaiting, told as toldUnder, unfiltered, type Under } from '../filter/under.ts';

/** Reads files on another thread; never rejects. */
export type ReadFiles = (
  files: readonly File[],
  how: {
    readonly told: ToldOfLog;
    /** Whether questions about the log will follow. */
    readonly keeps: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  },
) => Promise<JobResult>;

/** A report and what it was made from. */
export interface Finished {
  readonly report: Report;
  readonly declined: readonly Declined[];
  /** The report in its JSON form. */
  readonly json: Blob;
  /** What was read, and what was said of it: to read it again with something else said. */
  readonly files: readonly File[];
  readonly told: ToldOfLog;
  /** Whether it was kept in this tab and opened again: masked, without lists, SIDs and rows, its files not at hand. */
  readonly isKept: boolean;
  /** Tables in them, of which a reader may say other things. */
  readonly tables: readonly SeenTable[];
  /** How it can be asked under a filter, and whom to ask; its thread lives until another log is taken or the report is forgotten. */
  readonly asking: Asking;
  readonly log?: LogInHand;
  /** 1 for the first report of the session. */
  readonly ordinal: number;
}

interface Context {
  readonly read: ReadFiles;
  readonly now: () => number;
  readonly files: readonly File[];
  /** What the reader said of them. */
  readonly told: ToldOfLog;
  /** Milliseconds of the session's clock. */
  readonly startedAt: number;
  readonly progress: Progress | undefined;
  /** The last report; it outlives every file that could not be read. */
  readonly finished: Finished | undefined;
  /** What is shown of it; there where there is a report. */
  readonly under: Under | undefined;
  readonly declined: readonly Declined[];
  /** Tables among what was declined. */
  readonly unknown: readonly SeenTable[];
  readonly reason: string;
  /** Names of what was offered while another log was read; it is left alone, and the page says so. */
  readonly ignored: readonly string[];
}

/** What the reader wants to see of the log in hand. */
interface Want {
  readonly type: 'want';
  readonly finished: Finished | undefined;
  readonly chips: Chips;
  readonly isMoving: boolean;
  readonly isThorough: boolean;
}

type News = { readonly type: 'progress'; readonly progress: Progress } | { readonly type: 'ended'; readonly result: JobResult };
export type SessionEvent =
  | { readonly type: 'files'; readonly files: readonly File[]; readonly told?: ToldOfLog }
  /** Something that was offered and is no file at all, such as a folder. */
  | { readonly type: 'refuse'; readonly declined: readonly Declined[] }
  | { readonly type: 'cancel' }
  /** A report that was kept in this tab; it comes only where nothing else is there. */
  | { readonly type: 'reopen'; readonly report: Report; readonly json: Blob }
  | { readonly type: 'forget' }
  /** Other filters. @param isMoving the reader still moves the window @param isThorough the log may be read again for SIDs */
  | { readonly type: 'filter'; readonly chips: Chips; readonly isMoving?: boolean; readonly isThorough?: boolean }
  | { readonly type: 'answered'; readonly news: AskerNews }
  | News;

interface SessionInput {
  readonly read: ReadFiles;
  /** Milliseconds of any clock. */
  readonly now: () => number;
}

const is = (event: SessionEvent, kind: JobResult['kind']): boolean => event.type === 'ended' && event.result.kind === kind;

/** What the page is doing with logs; leaving `reading` aborts the job, whatever the reason. */
export const sessionMachine = setup({
  types: { context: {} as Context, events: {} as SessionEvent, input: {} as SessionInput },
  actors: {
    job: fromCallback<SessionEvent, { readonly read: ReadFiles; readonly files: readonly File[]; readonly told: ToldOfLog }>(
      ({ sendBack, input: { read, files, told } }) => {
        const stop = new AbortController();
        const tell = (news: News): void => {
          if (!stop.signal.aborted) sendBack(news);
        };
        void read(files, {
          told,
          keeps: true,
          signal: stop.signal,
          onProgress: (progress) => {
            tell({ type: 'progress', progress });
          },
        }).then((result) => {
          tell({ type: 'ended', result });
        });
        return () => {
          stop.abort();
        };
      },
    ),
    /** Asks the log in hand; the newest wish only. */
    asker: fromCallback<Want>(({ sendBack, receive }) => {
      let asker: Asker | undefined;
      let of: Finished | undefined;
      receive(({ finished, chips, isMoving, isThorough }) => {
        if (finished !== of) asker?.drop();
        if (finished !== of || asker === undefined)
          asker =
            finished?.log === undefined
              ? undefined
              : new Asker(finished.log, finished.asking, (news) => {
                  sendBack({ type: 'answered', news });
                });
        of = finished;
        asker?.want({ chips, isMoving, isThorough });
      });
      return () => {
        asker?.drop();
      };
    }),
  },
  actions: {
    letGo: ({ context }) => {
      context.finished?.log?.close();
    },
    giveUpAsking: sendTo('asker', ({ context: { finished } }) => ({
      type: 'want',
      finished,
      chips: [],
      isMoving: false,
      isThorough: false,
    })),
  },
  guards: {
    isReport: ({ event }) => is(event, 'report'),
    isDeclined: ({ event }) => is(event, 'declined'),
    isFailed: ({ event }) => is(event, 'failed'),
    isAskable: ({ context }) => context.finished?.log !== undefined && context.under !== undefined,
    isSome: ({ event }) => event.type === 'files' && event.files.length > 0,
  },
}).createMachine({
  context: ({ input }) => ({
    ...input,
    files: [],
    told: {},
    startedAt: 0,
    progress: undefined,
    finished: undefined,
    under: undefined,
    declined: [],
    unknown: [],
    reason: '',
    ignored: [],
  }),
  initial: 'idle',
  invoke: { src: 'asker', id: 'asker' },
  on: {
    filter: {
      guard: 'isAskable',
      actions: enqueueActions(({ enqueue, event: { chips, isMoving = false, isThorough = false }, context: { under, finished } }) => {
        if (under === undefined || finished === undefined) return;
        enqueue.assign({ under: awaiting(under, chips, finished) });
        enqueue.sendTo('asker', { type: 'want', finished, chips, isMoving, isThorough });
      }),
    },
    answered: {
      actions: assign({ under: ({ context: { under }, event }) => under && toldUnder(under, event.news) }),
    },
    files: {
      guard: 'isSome',
      target: '.reading',
      actions: assign({
        files: ({ event }) => event.files,
        told: ({ event }) => event.told ?? {},
        startedAt: ({ context }) => context.now(),
        progress: undefined,
        ignored: [],
      }),
    },
    refuse: { target: '.declined', actions: assign({ declined: ({ event }) => event.declined, unknown: [] }) },
  },
  states: {
    idle: {
      on: {
        reopen: {
          target: 'report',
          actions: assign({
            finished: ({ event: { report, json } }) => ({
              report,
              json,
              declined: [],
              files: [],
              told: {},
              tables: [],
              isKept: true,
              asking: 'none',
              ordinal: 0,
            }),
            under: ({ event }) => unfiltered(event),
          }),
        },
      },
    },
    reading: {
      invoke: { src: 'job', input: ({ context: { read, files, told } }) => ({ read, files, told }) },
      on: {
        files: { guard: 'isSome', actions: assign({ ignored: ({ event }) => event.files.map(({ name }) => name) }) },
        refuse: { actions: assign({ ignored: ({ event }) => event.declined.map(({ source }) => source) }) },
        progress: { actions: assign({ progress: ({ event }) => event.progress }) },
        cancel: 'cancelled',
        ended: [
          {
            guard: 'isReport',
            target: 'report',
            actions: [
              'letGo',
              assign({
                finished: ({ event: { result }, context }) =>
                  result.kind === 'report'
                    ? {
                        report: result.report,
                        declined: result.declined,
                        json: result.json,
                        files: context.files,
                        told: context.told,
                        isKept: false,
                        tables: result.tables ?? [],
                        asking: result.asking,
                        ...(result.log === undefined ? {} : { log: result.log }),
                        ordinal: (context.finished?.ordinal ?? 0) + 1,
                      }
                    : context.finished,
                under: ({ event: { result }, context }) => (result.kind === 'report' ? unfiltered(result) : context.under),
              }),
              'giveUpAsking',
            ],
          },
          {
            guard: 'isDeclined',
            target: 'declined',
            actions: assign({
              declined: ({ event: { result } }) => (result.kind === 'declined' ? result.declined : []),
              unknown: ({ event: { result } }) => (result.kind === 'declined' ? (result.tables ?? []) : []),
            }),
          },
          {
            guard: 'isFailed',
            target: 'failed',
            actions: assign({ reason: ({ event: { result } }) => (result.kind === 'failed' ? result.reason : '') }),
          },
          { target: 'cancelled' },
        ],
      },
    },
    report: { on: { forget: { target: 'idle', actions: ['letGo', assign({ finished: undefined, under: undefined }), 'giveUpAsking'] } } },
    declined: {},
    failed: {},
    cancelled: {},
  },
});
