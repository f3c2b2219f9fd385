import { waits as waited } from '../findings/queue-overflow/backlog.ts';
import type { Rule } from '../findings/rule.ts';
import { filteredTexts } from '../findings/template-filtered/texts-table.ts';
import { filledTables } from './group-counter.ts';
import type { Settings } from './rows.ts';

/** What a rule asks for that grouped rows do not hold, by what stays in the warehouse. */
const TEXTS = 'Grouped rows hold no texts but those of senders with a filtered message, and no links.';
const NO_TEXTS = 'The script was asked to leave out texts.';
const ONE_BY_ONE = 'Grouped rows hold messages that did not fail in groups: not who got which of them, and when.';
const OLDER = 'The script that made these rows is older: it did not carry how long messages waited. Print it again.';
const NO_PEOPLE = 'The script was asked to leave out numbers, and this looks at their digits.';

/** Rules that ask the messages themselves for it, and no table. */
const askText: ReadonlySet<string> = new Set(['shared-trait']);
const askDigits: ReadonlySet<string> = new Set(['malformed-number', 'carrier-incident']);

/**
 * Why a rule cannot be judged from grouped rows; `undefined` where it finds what it finds in the log itself. A rule whose tables nobody
 * fills from groups is not judged, so that a new one is never judged by half.
 */
export function whyNotJudged({ id, tables, needs }: Rule, { fields, texts, people, waits }: Settings): string | undefined {
  if (!texts && tables.includes(filteredTexts)) return NO_TEXTS;
  if (!people && askDigits.has(id)) return NO_PEOPLE;
  if (!waits && fields.includes('created') && fields.includes('sent') && tables.includes(waited)) return OLDER;
  const isFilled = tables.every((table) => table.counts === 'failures' || filledTables.has(table));
  if (askText.has(id)) return TEXTS;
  if (isFilled) return undefined;
  return needs.includes('body') ? TEXTS : ONE_BY_ONE;
}
