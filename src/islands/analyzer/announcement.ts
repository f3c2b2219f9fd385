import type { Progress } from '../../analyzer/analyze.ts';
import type { Finished } from './session.ts';
import { counted } from '../kit/figures.ts';

type State = 'idle' | 'reading' | 'report' | 'declined' | 'failed' | 'cancelled';

/** What a screen reader is told of the session; progress only in quarters, so that it does not talk without end. */
export function announcement(state: State, progress: Progress | undefined, finished: Finished | undefined): string {
  switch (state) {
    case 'idle':
    case 'declined':
    case 'failed':
      return '';
    case 'cancelled':
      return 'Reading was cancelled.';
    case 'reading': {
      const quarter =
        progress?.totalBytes === undefined || progress.totalBytes === 0 ? 0 : Math.floor((4 * progress.bytes) / progress.totalBytes);
      return quarter === 0 ? 'Reading the log.' : `${String(quarter * 25)} percent read.`;
    }
    case 'report':
      return finished === undefined
        ? ''
        : `The report is ready: ${counted(finished.report.totals.messages, 'message')}, ${counted(finished.report.findings.length, 'finding')}.`;
  }
}
