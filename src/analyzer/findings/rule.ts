import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import type { Finding } from '../report/report.ts';

/** What a rule may know besides the index. */
export interface RuleContext {
  readonly knowledge: Knowledge;
}

/** One finding: a pure function of what was counted. Codes and step are those of content/findings/<id>.mdx. */
export interface Rule {
  readonly id: string;
  readonly codes: readonly string[];
  /** Step of the guide that settles it. */
  readonly guide: string;
  find(index: LogIndex, context: RuleContext): readonly Finding[];
}
