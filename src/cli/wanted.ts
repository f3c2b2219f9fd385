import { listIds, whens, type ListId, type When } from '../catalog/number-lists.ts';

const reportForms = ['text', 'json', 'markdown'] as const;
const listForms = ['digits', 'csv', 'json'] as const;

/** What of a report is printed, and how. */
export type Wanted =
  | { readonly kind: 'report'; readonly form: (typeof reportForms)[number] }
  | { readonly kind: 'packet'; readonly finding: string; readonly form: (typeof reportForms)[number] }
  | { readonly kind: 'list'; readonly list: ListId; readonly form: (typeof listForms)[number]; readonly when: When | undefined };

/** The options that say what is wanted, as they were typed. */
interface Typed {
  readonly format?: string | undefined;
  readonly list?: string | undefined;
  readonly when?: string | undefined;
  readonly packet?: string | undefined;
}

/** "a, b or c". */
const either = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** @returns what is wanted, or the sentence that says what is wrong */
export function readWanted({ format, list, when, packet }: Typed): Wanted | string {
  if (list === undefined) {
    if (when !== undefined) return '--when goes with --list resend; leave it out.';
    const form = format === undefined ? 'text' : reportForms.find((known) => known === format);
    if (form === undefined) return `"${format ?? ''}" is no format; use ${either(reportForms)}.`;
    return packet === undefined ? { kind: 'report', form } : { kind: 'packet', finding: packet, form };
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
