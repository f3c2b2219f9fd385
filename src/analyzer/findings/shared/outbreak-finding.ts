import type { Figure } from '../../report/figure.ts';
import type { Sentence } from '../../report/sentence.ts';
import type { Found } from '../rule.ts';
import type { Outbreak } from './outbreak.ts';
import { sendersSubject } from './senders.ts';

/** What is the finding's own: its words, and what to do. */
interface Words extends Pick<Found, 'severity' | 'because'> {
  /** What the refused messages are, as the label of their figure. */
  readonly label: string;
  readonly sentence: (failed: Figure) => Sentence;
  /** Figures besides those of the refused and of all messages. */
  readonly evidence?: readonly Figure[];
  readonly subject?: Readonly<Record<string, string>>;
  readonly action: Found['action'];
}

/** A finding about refusals whose code alone says what happened; the log adds when, how many and whose. One that is thin is low, whatever its words say. */
export function outbreakFinding({ names, since, codes, examples, refused, total, isThin }: Outbreak, words: Words): Found {
  const failed = { ...refused, label: words.label };
  return {
    severity: isThin ? 'low' : words.severity,
    confidence: 'high',
    because: words.because,
    sentence: words.sentence(failed),
    affected: failed.value,
    recoverable: failed.value,
    rows: refused.rows,
    subject: words.subject ?? sendersSubject(names),
    since,
    // A stretch begins where refusals stand out; of several the first counts, not the one with the most.
    isSinceExact: !isThin,
    evidence: [failed, total, ...(words.evidence ?? [])],
    codes,
    examples,
    action: words.action,
  };
}
