import { listIds, whens, type ListId, type When } from '../catalog/number-lists.ts';
import type { Option } from './command-line.ts';

const reportForms = ['text', 'json', 'markdown', 'html', 'csv'] as const;
const packetForms = ['text', 'json', 'markdown'] as const;
const listForms = ['digits', 'csv', 'json'] as const;

/** What of a report is printed, and how. */
export type Wanted =
  | { readonly kind: 'report'; readonly form: (typeof reportForms)[number] }
  | { readonly kind: 'packet'; readonly finding: string; readonly form: (typeof packetForms)[number] }
  | { readonly kind: 'list'; readonly list: ListId; readonly form: (typeof listForms)[number]; readonly when: When | undefined };

/** The options that say what of a report is wanted, for every command that makes one. */
export const wantedOptions = {
  format: {
    type: 'string',
    value: 'FORM',
    choices: [...new Set([...reportForms, ...listForms])],
    says: 'how it is printed. A report: text (default), json (the public form, version 1), markdown or html (one file that needs nothing else; both with numbers masked), csv (findings and codes, a row each). A list: digits (default: E.164 without "+", one a line), csv or json. A packet: text, json or markdown',
  },
  list: {
    type: 'string',
    value: 'LIST',
    choices: listIds,
    says: 'numbers to act on, whole, instead of the report; csv and json hold reason, codes, times, last seen and a SID',
  },
  when: {
    type: 'string',
    value: 'WHEN',
    choices: whens,
    says: 'with --list resend, only those to send again at this time; digits leave after-fix out unless it is asked for',
  },
  packet: {
    type: 'string',
    value: 'FINDING',
    says: 'what to tell Twilio support about a finding, named by its id or its key (as JSON has them): SIDs that are young enough, counts, the question to ask; numbers masked',
  },
} as const satisfies Readonly<Record<string, Option>>;

/** These options as they were typed. */
type Typed = Readonly<Partial<Record<keyof typeof wantedOptions, string | undefined>>>;

/** "a, b or c". */
export const either = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** @returns what is wanted, or the sentence that says what is wrong */
export function readWanted({ format, list, when, packet }: Typed): Wanted | string {
  if (list === undefined) {
    if (when !== undefined) return '--when goes with --list resend; leave it out.';
    if (packet !== undefined) {
      const form = packetForms.find((known) => known === (format ?? 'text'));
      return form === undefined
        ? `"${format ?? ''}" is no format of a packet; use ${either(packetForms)}.`
        : { kind: 'packet', finding: packet, form };
    }
    const form = reportForms.find((known) => known === (format ?? 'text'));
    return form === undefined ? `"${format ?? ''}" is no format; use ${either(reportForms)}.` : { kind: 'report', form };
  }
  if (packet !== undefined) return 'Ask for a list or for a packet, one at a time.';
  const id = listIds.find((known) => known === list);
  if (id === undefined) return `"${list}" is no list; use ${either(listIds)}.`;
  const form = format === undefined ? 'digits' : listForms.find((known) => known === format);
  if (form === undefined) return `"${format ?? ''}" is no format of a list; use ${either(listForms)}.`;
  if (when === undefined) return { kind: 'list', list: id, form, when: undefined };
  if (id !== 'resend') return '--when goes with --list resend; leave it out.';
  const time = whens.find((known) => known === when);
  if (time === undefined) return `"${when}" is no time to send again; use ${either(whens)}.`;
  if (form === 'json') return 'JSON says for each number when to send again; leave --when out.';
  return { kind: 'list', list: id, form, when: time };
}
