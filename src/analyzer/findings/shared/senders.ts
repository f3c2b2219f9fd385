import type { Filter } from '../../report/filter.ts';
import { withoutBidi } from '../../words/direction.ts';
import { address, howMany, say, type Sentence } from '../../report/sentence.ts';

/** Senders in a sentence: the one by its name, several by their number, none given for all of the log. */
export function senderNames(names: readonly string[]): Sentence {
  const [only = ''] = names;
  if (names.length > 1) return howMany(names.length, 'sender');
  if (names.length === 0) return say`the senders of this log together`;
  return withoutBidi(only) === '' ? say`an unnamed sender` : say`${address(only)}`;
}

/** What a finding about these senders is about. */
export function sendersSubject(names: readonly string[]): Readonly<Record<string, string>> {
  const [only = ''] = names;
  return names.length > 1 ? { senders: String(names.length) } : only === '' ? {} : { sender: only };
}

/** The messages of some senders. */
export const bySender = (senders: readonly string[]): Filter => ({ senders });
