import type { Finding, Report } from '../../analyzer/report/report.ts';
import type { Chips } from '../filter/chips.ts';
import { counted } from '../kit/figures.ts';

type Act = Finding['action']['kind'];

/** What the list of a finding is for; acts without an entry have no list worth taking away. */
const titles: Partial<Readonly<Record<Act, string>>> = {
  suppress: 'Stop texting',
  'phone-instead': 'Phone instead',
  'fix-list': 'Correct in your list',
  'fix-sender': 'Senders to set up',
  'ask-twilio': 'Ask Twilio about',
  wait: 'Send again later',
  check: 'Check',
};

/** "Stop texting: 12 numbers". */
export const listTitle = (act: Act, count: number): string =>
  `${titles[act] ?? 'Numbers'}: ${counted(count, act === 'fix-sender' ? 'sender' : 'number')}`;

/** The senders that findings name for setting up, each once. */
export const sendersToSetUp = ({ findings }: Pick<Report, 'findings'>): readonly string[] => [
  ...new Set(findings.flatMap(({ action }) => (action.kind === 'fix-sender' ? (action.list ?? []) : []))),
];

/** What names of files say of filters: their kinds, and of codes which; what else a log has in them is no part of a name. "-code-30007-country". */
const nameOf = (chips: Chips): string =>
  chips
    .map(({ kind, filter: { codes = [] } }) => ['', kind, ...(kind === 'code' ? codes.filter((code) => /^\d+$/.test(code)) : [])].join('-'))
    .join('');

/**
 * A file name made of the log's: letters, digits, dot, dash, underscore only.
 *
 * @param chips under which its content was made
 */
export function fileName(report: Report, what: string, extension: string, chips: Chips = []): string {
  const log =
    report.sources[0]?.name
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '') ?? '';
  return `${[log === '' ? 'log' : log, what].join('-')}${nameOf(chips)}.${extension}`;
}
