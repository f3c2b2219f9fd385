import type { Figures } from '../../analyzer/ask-kept.ts';
import type { HourCount, Report } from '../../analyzer/report/report.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { Asking } from '../../worker/protocol.ts';
import type { ReportUnder } from '../../worker/requests/report.ts';
import { filterOf, judgedUnder, withWindow, windowOf, type Chips } from './chips.ts';

/** What comes back, in this order; a report ends it. */
export type AskerNews =
  /** Of the chips without their window: what the chart shows around it. */
  | { readonly kind: 'hours'; readonly hours: readonly HourCount[] }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The log is read again; 0 to 1. */
  | { readonly kind: 'again'; readonly fraction: number }
  | { readonly kind: 'report'; readonly under: ReportUnder }
  | { readonly kind: 'failed'; readonly reason: string };

interface Wish {
  readonly chips: Chips;
  /** Whether the reader still moves the window: then figures are enough. */
  readonly isMoving: boolean;
  /** Whether the log is to be read again for SIDs. */
  readonly isThorough: boolean;
}

/** What `hours` were told of; of no chips they are those of the first report. */
const aroundOf = (chips: Chips): string =>
  withWindow(chips, undefined)
    .map(({ id }) => id)
    .join('\n');

/**
 * Asks a log what a reader wants to see: the newest wish only. While a window moves, one question is under way at a time and the
 * newest place follows it, so that a moving reader sees figures all the while.
 */
export class Asker {
  readonly #log: LogInHand;
  readonly #asking: Asking;
  readonly #tell: (news: AskerNews) => void;
  #stop = new AbortController();
  /** Of which chips the chart shows the hours, as `aroundOf` tells them, and of which it did with the last report. */
  #around = '';
  #aroundBefore = '';
  #isUnderWay = false;
  #next: Wish | undefined;

  constructor(log: LogInHand, asking: Asking, tell: (news: AskerNews) => void) {
    this.#log = log;
    this.#asking = asking;
    this.#tell = tell;
  }

  /** Nothing is told of earlier wishes any more, and nothing is asked for no chips: the first report is of these. */
  want(wish: Wish): void {
    if (wish.chips.length === 0) {
      this.drop();
      this.#around = this.#aroundBefore = '';
      return;
    }
    if (wish.isMoving && this.#isUnderWay) {
      this.#next = wish;
      return;
    }
    this.drop();
    void this.#answer(wish, this.#stop.signal);
  }

  /** Gives up what is under way. */
  drop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#isUnderWay = false;
    this.#next = undefined;
  }

  async #answer(first: Wish, signal: AbortSignal): Promise<void> {
    let wish: Wish | undefined = first;
    this.#isUnderWay = wish.isMoving;
    while (wish?.isMoving === true) {
      await this.#figures(wish.chips, signal);
      if (signal.aborted) return;
      wish = this.#next;
      this.#next = undefined;
    }
    this.#isUnderWay = false;
    if (wish === undefined) return;
    if (await this.#figures(wish.chips, signal)) await this.#report(wish, signal);
  }

  /** @returns whether to go on */
  async #figures(chips: Chips, signal: AbortSignal): Promise<boolean> {
    if (this.#asking !== 'kept') return true;
    const around = aroundOf(chips);
    const isWindowed = windowOf(chips) !== undefined;
    if (isWindowed && around !== this.#around) {
      const hours = await this.#ask(withWindow(chips, undefined), signal);
      if (hours === undefined) return false;
      this.#tell({ kind: 'hours', hours: hours.byHour });
      this.#around = around;
    }
    const figures = await this.#ask(chips, signal);
    if (figures === undefined) return false;
    this.#tell({ kind: 'figures', figures });
    if (!isWindowed) {
      this.#tell({ kind: 'hours', hours: figures.byHour });
      this.#around = around;
    }
    return true;
  }

  async #ask(chips: Chips, signal: AbortSignal): Promise<Figures | undefined> {
    const reply = await this.#log.ask({ kind: 'figures', filter: filterOf(chips) }, signal);
    if (signal.aborted) return undefined;
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'failed') this.#goBack(reply);
    return undefined;
  }

  async #report({ chips, isThorough }: Wish, signal: AbortSignal): Promise<void> {
    const under = judgedUnder(chips);
    const judged = under === undefined ? {} : { judged: filterOf(under) };
    const reply = await this.#log.ask({ kind: 'report', filter: filterOf(chips), ...judged, isThorough }, signal, (fraction) => {
      if (!signal.aborted) this.#tell({ kind: 'again', fraction });
    });
    if (signal.aborted || reply.kind === 'cancelled') return;
    if (reply.kind === 'answer' && this.#asking === 'again') this.#tellHours(chips, reply.value.report);
    const news: AskerNews = reply.kind === 'answer' ? { kind: 'report', under: reply.value } : reply;
    if (reply.kind === 'failed' || reply.value.report === undefined) {
      this.#goBack(news);
      return;
    }
    this.#aroundBefore = this.#around;
    this.#tell(news);
  }

  /** Nothing came of a wish: the page goes back to the chips before, and its chart with them. */
  #goBack(news: AskerNews): void {
    this.#around = this.#aroundBefore;
    this.#tell(news);
  }

  /** Where figures cannot be asked for, the chart around a window stands as it was while its other chips do. */
  #tellHours(chips: Chips, report: Report | undefined): void {
    const around = aroundOf(chips);
    if (report === undefined || (windowOf(chips) !== undefined && around === this.#around)) return;
    this.#tell({ kind: 'hours', hours: report.byHour });
    this.#around = around;
  }
}
