import { readLastReport } from '../hand-over/last-report.ts';

/** The line about the last report of this tab, beside the door to the analyzer, which opens it again. */

const report = readLastReport();
const place = document.querySelector<HTMLElement>('#last-report');
if (report !== undefined && place !== null) {
  const { messages, findings } = report;
  const figure = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  place.textContent = `Back to the report: ${figure(messages, 'message')}, ${figure(findings, 'finding')}`;
  place.hidden = false;
  const go = place.nextElementSibling;
  if (go !== null) go.textContent = 'Open the report';
}
