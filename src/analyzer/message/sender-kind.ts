import type { SenderCount } from '../report/report.ts';

/** Toll-free area codes of +1 (North American Numbering Plan). */
const TOLL_FREE = new Set(['800', '833', '844', '855', '866', '877', '888']);

/** What kind of sender a normalised address is; Twilio's word "long code" is any ordinary phone number. */
export function senderKind(sender: string): SenderCount['kind'] {
  if (sender === '' || sender.startsWith('(')) return 'unknown';
  if (/^(?:whatsapp|messenger|rcs):/.test(sender)) return 'channel';
  if (/^MG[0-9a-f]{32}$/i.test(sender)) return 'service';
  if (/^\+1\d{10}$/.test(sender)) return TOLL_FREE.has(sender.slice(2, 5)) ? 'toll-free' : 'long-code';
  if (/^\+\d{8,15}$/.test(sender)) return 'long-code';
  if (/^\d{3,8}$/.test(sender)) return 'short-code';
  return /[a-z]/i.test(sender) ? 'alphanumeric' : 'unknown';
}
