import { keep, look } from './texts.ts';

/** What the analyzer leaves in this tab about its last report, for the home page: counts only. A file's name can be a person's. */
interface LastReport {
  readonly messages: number;
  readonly findings: number;
}

/** Keeps it for the home page; a browser without storage keeps nothing, and nothing depends on it. */
export function keepLastReport({ messages, findings }: LastReport): void {
  keep('lastReport', JSON.stringify({ messages, findings }));
}

/** @returns what was kept, or `undefined` for nothing, text of another form or a browser without storage */
export function readLastReport(): LastReport | undefined {
  try {
    const { messages, findings } = JSON.parse(look('lastReport') ?? '') as Partial<Record<keyof LastReport, unknown>>;
    return typeof messages === 'number' && typeof findings === 'number' ? { messages, findings } : undefined;
  } catch {
    return undefined;
  }
}
