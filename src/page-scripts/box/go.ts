import { analyzePath } from '../../catalog/paths.ts';
import { handOver } from '../../hand-over/files.ts';
import { keep } from '../../hand-over/texts.ts';
import { hrefOf } from '../../pasted/lead.ts';
import type { Lead } from '../../pasted/reading.ts';

/** @returns what to say where the browser keeps no file from one page to the next; otherwise the page is already on its way */
export async function openAnalyzer(files: readonly File[]): Promise<string> {
  if (!(await handOver(files))) return 'This browser keeps no file from one page to the next. Open the analyzer and drop the log there.';
  location.assign(analyzePath());
  return 'Opening the analyzer …';
}

/**
 * Follows a lead: what must not stand in an address is left beside it, in the store of the tab.
 *
 * @param text what was pasted, for a lead that hands it over
 * @returns what to say meanwhile
 */
export async function follow(lead: Lead, text: string, receipt: string | undefined): Promise<string> {
  if (receipt !== undefined && lead.to !== 'twilio') keep('receipt', receipt);
  if (lead.to === 'analyzer') return openAnalyzer([new File([lead.log ?? text], 'pasted text', { type: 'text/plain' })]);
  if (lead.to === 'errors' && lead.search !== undefined) keep('search', lead.search.trim());
  location.assign(hrefOf(lead));
  return 'Opening …';
}
