import type { Finding, Report } from '../../analyzer/report/report.ts';
import { PIECE_ROWS, pieces } from '../kit/in-slices.ts';
import type { Slices } from '../kit/in-slices.ts';

type Act = Finding['action']['kind'];

/** What a list of numbers is for; acts without an entry have no list worth taking away. */
const titles: Partial<Readonly<Record<Act, string>>> = {
  suppress: 'Stop texting',
  'phone-instead': 'Phone instead',
  'fix-list': 'Correct in your list',
  'fix-sender': 'Senders to set up',
  'ask-twilio': 'Ask Twilio about',
  check: 'Check',
};

export interface NumberList {
  readonly act: Act;
  readonly title: string;
  readonly numbers: readonly string[];
}

export const listTitle = (act: Act): string => titles[act] ?? 'Numbers';

/** The numbers of all findings, once each, gathered by what to do with them. */
export function* numberLists({ findings }: Pick<Report, 'findings'>): Slices<readonly NumberList[]> {
  const lists = new Map<Act, Set<string>>();
  for (const { action } of findings) {
    const list = action.list ?? [];
    if (list.length === 0) continue;
    const numbers = lists.get(action.kind) ?? new Set<string>();
    lists.set(action.kind, numbers);
    for (const [from, to] of pieces(list.length)) {
      for (let i = from; i < to; i += 1) numbers.add(list[i] ?? '');
      yield to - from;
    }
  }
  const found: NumberList[] = [];
  for (const [act, numbers] of lists) {
    const all: string[] = [];
    for (const number of numbers) {
      all.push(number);
      if (all.length % PIECE_ROWS === 0) yield PIECE_ROWS;
    }
    found.push({ act, title: listTitle(act), numbers: all });
  }
  return found;
}

/** A file name made of the log's: letters, digits, dot, dash, underscore only. */
export function fileName(report: Report, what: string, extension: string): string {
  const log =
    report.sources[0]?.name
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '') ?? '';
  return `${[log === '' ? 'log' : log, what].join('-')}.${extension}`;
}
