import type { Finding } from '../../analyzer/report/report.ts';
import { figure } from '../kit/figures.ts';

/** How much of what it touches it explains, and what explains the rest. */
export function explainedText(
  { affected, recoverable, explains, within }: Pick<Finding, 'affected' | 'recoverable' | 'explains' | 'within'>,
  among: readonly Pick<Finding, 'key'>[],
): string {
  const other = among.findIndex(({ key }) => key === within) + 1;
  return [
    explains === 0 || explains === affected ? '' : `It is the main finding of ${figure(explains)} of them.`,
    other === 0 ? '' : `Most of the others belong to finding ${String(other)}: mend that first.`,
    recoverable === 0
      ? // What it neither explains nor shares with another finding did arrive, late or twice.
        explains === 0 && other === 0
        ? ''
        : 'We expect none of them to arrive by mending this.'
      : `By our estimate up to ${figure(recoverable)} of them could arrive once it is mended.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
