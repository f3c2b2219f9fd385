import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import type { AnyTableKind } from '../index/table.ts';
import type { Field } from '../message/fields.ts';
import type { Finding } from '../report/report.ts';
import type { Left } from './shared/claims.ts';

/** What a limit of a rule is: messages, people or hours (a whole number), a share (0 to 1), how many times more (over 1). */
export type LimitKind = 'count' | 'share' | 'ratio';

/** What a rule may know besides the index. */
export interface RuleContext<Limit extends string> {
  readonly knowledge: Knowledge;
  /** The rule's own limits (facts.yaml, thresholds). */
  readonly limits: Readonly<Record<Limit, number>>;
  /** Fewer messages than this prove nothing, whatever the rule. */
  readonly minHits: number;
  /** What the other findings leave over; for a rule that `isLast`. */
  readonly left: Left;
}

/** What a rule found; who runs it adds what all findings of the rule have in common (shared/run-rules.ts). */
export interface Found extends Omit<Finding, 'id' | 'key' | 'guide' | 'since' | 'explains' | 'within' | 'trail'> {
  /**
   * Time of the first message it touches, or of the change where the rule is about one, milliseconds; Infinity where no time is known.
   * Where its messages are failures that became more frequent later, the report tells that time instead.
   */
  readonly since?: number;
  /** The time it gives is the beginning, whatever the rate of its messages. */
  readonly isSinceExact?: boolean;
  /** It is what other findings of the rule leave over, and stands after them. */
  readonly isRemainder?: boolean;
}

/**
 * One finding: a pure function of what was counted. Codes and step are those of content/findings/<id>.mdx, limits those of
 * content/facts.yaml.
 */
export interface Rule<Limit extends string = string> {
  readonly id: string;
  readonly codes: readonly string[];
  /** Step of the guide that settles it. */
  readonly guide: string;
  /** Fields without which nothing can be found: the report says then that it was not judged. */
  readonly needs: readonly Field[];
  /** Tables it looks at besides the core's; of the core's those that it needs whole (`isJudgedWhole`). */
  readonly tables: readonly AnyTableKind[];
  readonly limits: Readonly<Record<Limit, LimitKind>>;
  /** Asked when all others have spoken, those that stand before it in the list too: it is about what they do not explain. */
  readonly isLast?: boolean;
  find(index: LogIndex, context: RuleContext<Limit>): readonly Found[];
}

/** A rule, the names of its limits checked where it uses them. */
export const rule = <const Limit extends string>(made: Rule<Limit>): Rule => made;
