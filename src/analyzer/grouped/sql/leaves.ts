import { RANGE_DIGITS } from '../../findings/shared/number-range.ts';
import { EXAMPLES_KEPT } from '../../index/cells/newest.ts';
import { SAMPLE_SIZE } from '../../index/tables/sample.ts';
import { countryDigits } from '../../message/country.ts';

/**
 * What leaves a warehouse in the rows of the file (script.ts), a sentence each: about messages, numbers of people, texts. The script, the
 * command and the page say the same.
 *
 * @param left whether blanked texts and numbers of people are let out
 */
export function leavesOf({ texts, people }: { readonly texts: boolean; readonly people: boolean }): readonly string[] {
  const beginning = `the first ${String(RANGE_DIGITS)} digits (${String(countryDigits.sharedDigits)} where countries share a calling code) and the length`;
  return [
    `Messages: those that failed one by one, with sender, status, code, price, time and SID. All others in groups, but for a sample of at most ${SAMPLE_SIZE.toLocaleString('en')} of them (without the SIDs of those that arrived at once) and, by country and sender and quarter of an hour, the SIDs of the newest ${String(EXAMPLES_KEPT)} without a receipt, still waiting or sent late.`,
    people
      ? `Numbers: of everybody with a failed message, whole, because the lists of the report name them; also whether they were reached, wrote or opted out. Of everybody else in the sample ${beginning}.`
      : `Numbers: none whole; people are numbered, and the lists of the report stay empty. Of failed messages and of the sample ${beginning}.`,
    texts
      ? 'Texts: of senders with a filtered message (30007), without digits, targets of links and names in plain letters; other words and names stay in them.'
      : 'Texts: none.',
  ];
}
