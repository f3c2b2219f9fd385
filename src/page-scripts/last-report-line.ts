import { readLastReport } from '../hand-over/last-report.ts';

/** The line about the last report of this tab, beside the door to the analyzer. */

const report = readLastReport();
const place = document.querySelector<HTMLElement>('#last-report');
if (report !== undefined && place !== null) {
  const { messages, findings } = report;
  const figure = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  place.textContent = `Last report in this tab: ${figure(messages, 'message')}, ${figure(findings, 'finding')}`;
  place.hidden = false;
}
