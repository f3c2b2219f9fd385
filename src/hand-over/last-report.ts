import { forget, keep, look } from './texts.ts';

/** How large the last report was, for the home page: counts only. A file's name can be a person's. */
interface Counts {
  readonly messages: number;
  readonly findings: number;
}

interface LastReport extends Counts {
  /** The report itself as it may be kept; '' for one that may not. */
  readonly text: string;
}

/**
 * Keeps the last report of this tab instead of the one before.
 *
 * @returns whether it is kept; nothing depends on it
 */
export function keepLastReport({ messages, findings, text }: LastReport): boolean {
  forgetLastReport();
  if (text === '' || !keep('report', text)) return false;
  return keep('lastReport', JSON.stringify({ messages, findings }));
}

export function forgetLastReport(): void {
  forget('report');
  forget('lastReport');
}

/** @returns the text of the last report, which stays; `undefined` for none */
export const lastReport = (): string | undefined => look('report');

/** @returns what was kept, or `undefined` for nothing, text of another form or a browser without storage */
export function readLastReport(): Counts | undefined {
  try {
    const { messages, findings } = JSON.parse(look('lastReport') ?? '') as Partial<Record<keyof Counts, unknown>>;
    return typeof messages === 'number' && typeof findings === 'number' ? { messages, findings } : undefined;
  } catch {
    return undefined;
  }
}
