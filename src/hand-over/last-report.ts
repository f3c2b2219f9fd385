/** What the analyzer leaves in this tab about its last report, for the home page: no number, no text of a message. */
interface LastReport {
  readonly name: string;
  readonly messages: number;
  readonly findings: number;
}

const KEY = 'undelivered:last-report';

/** Keeps it for the home page; a browser without storage keeps nothing, and nothing depends on it. */
export function keepLastReport(report: LastReport): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(report));
  } catch {
    // Storage is full or forbidden.
  }
}

/** @returns what was kept, or `undefined` for nothing, text of another form or a browser without storage */
export function readLastReport(): LastReport | undefined {
  try {
    const kept = sessionStorage.getItem(KEY) ?? '';
    const { name, messages, findings } = JSON.parse(kept) as Partial<Record<keyof LastReport, unknown>>;
    return typeof name === 'string' && typeof messages === 'number' && typeof findings === 'number'
      ? { name, messages, findings }
      : undefined;
  } catch {
    return undefined;
  }
}
