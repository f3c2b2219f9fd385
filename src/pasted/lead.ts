import { analyzePath, errorPath, errorsPath, stepPath, twilioErrorUrl } from '../catalog/paths.ts';
import type { Lead } from './reading.ts';

/** The address of a lead: made of codes, statuses, steps and answers only. Words to search for and logs travel beside it. */
export function hrefOf(lead: Lead): string {
  switch (lead.to) {
    case 'error':
      return lead.status === undefined
        ? errorPath(lead.code)
        : `${errorPath(lead.code)}?${new URLSearchParams({ status: lead.status }).toString()}`;
    case 'guide':
      return stepPath(lead.step, lead.answers);
    case 'twilio':
      return twilioErrorUrl(lead.code);
    case 'errors':
      return errorsPath();
    case 'analyzer':
      return analyzePath();
  }
}
