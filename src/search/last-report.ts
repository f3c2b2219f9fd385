/** What the analyzer leaves in this tab about its last report, for the door on the home page. */
interface LastReport {
  readonly name: string;
  readonly messages: number;
  readonly findings: number;
}

/** @returns the summary, or `undefined` for none or for text of another form */
function readLastReport(text: string): LastReport | undefined {
  try {
    const { name, messages, findings } = JSON.parse(text) as Partial<Record<keyof LastReport, unknown>>;
    return typeof name === 'string' && typeof messages === 'number' && typeof findings === 'number'
      ? { name, messages, findings }
      : undefined;
  } catch {
    return undefined;
  }
}

const report = readLastReport(sessionStorage.getItem('undelivered:last-report') ?? '');
const place = document.querySelector<HTMLElement>('#last-report');
if (report !== undefined && place !== null) {
  const { name, messages, findings } = report;
  const figure = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  place.textContent = `Last report in this tab: ${name}, ${figure(messages, 'message')}, ${figure(findings, 'finding')}`;
  place.hidden = false;
}
