import type { ErrorCategory } from '../catalog/category.ts';
import type { actors, billings, products, retries, stages, suppressions } from '../catalog/error-values.ts';
import type { Status } from '../catalog/status.ts';

type One<List extends readonly string[]> = List[number];

/** What the page of a code says of it, as its front matter does. */
export interface PageFacts {
  readonly formerTitles: readonly string[];
  /** What went wrong, without the code; one sentence or two. */
  readonly summary: string;
  readonly level: 'error' | 'warning';
  readonly product: One<typeof products>;
  readonly stage: One<typeof stages>;
  readonly category: ErrorCategory;
  /** Statuses a message with this code ends in; empty where no message exists or none is documented. */
  readonly statuses: Status[];
  readonly actors: One<typeof actors>[];
  readonly retry: One<typeof retries>;
  readonly suppress: One<typeof suppressions>;
  /** What others call the code, where the research found a word for it. */
  readonly othersSay?: { readonly who: string; readonly says: 'permanent' | 'temporary' | 'both'; readonly source: string }[] | undefined;
  readonly billing: One<typeof billings>;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Codes easily taken for this one. */
  readonly related: readonly number[];
  /** Step of the guide that settles it. */
  readonly guide: string;
  /** Findings of the analyzer that this code can lead to. */
  readonly findings: readonly string[];
  /** Days, such as 2026-11-23. */
  readonly reviewed: string;
  readonly sources: readonly { readonly id: string; readonly url: string; readonly checked: string }[];
}

/** What is known of a code; for codes that no message can meet only number, title and product. */
export interface CodeRecord {
  readonly code: string;
  readonly title: string;
  /** Twilio's name of the product where the code has no page here. */
  readonly product?: string;
  /** Address of its page; Twilio's own for codes that have none here. */
  readonly url: string;
  readonly facts?: PageFacts;
  /** The first thing to do, as plain text. */
  readonly firstStep?: string;
  /** Address of the step of the guide that settles it. */
  readonly guideUrl?: string;
}
