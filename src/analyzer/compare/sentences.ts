import { address, moment, ours, outOf, say, share, type Sentence } from '../report/sentence.ts';
import type { Changed, Comparison, Gone, NamedChange, Rate, Still } from './compare.ts';

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;

/** "275 of 1,842 (14.9 %)". */
const told = ({ part, of }: Rate): Sentence => (of === 0 ? say`none` : say`${outOf(part, of)} (${share(part, of)})`);

const judged = { better: 'Better', worse: 'Worse', same: 'No clear difference' } as const;

/** "275 of 1,842 messages with a final status did not arrive (14.9 %)". */
const lost = ({ part, of }: Rate): Sentence =>
  of === 0
    ? say`no message had a final status`
    : say`${outOf(part, of)} ${of === 1 ? 'message' : 'messages'} with a final status did not arrive (${share(part, of)})`;

/** "between 1.3 % and 3.1 %", in thousandths. */
const range = ({ low, high }: Rate): Sentence =>
  say`between ${share(Math.round(low * 100_000), 100_000)} and ${share(Math.round(high * 100_000), 100_000)}`;

/** What chance has to do with it: nothing to say where one of the two has no rate. */
const chance = ({ before, after, verdict }: Compared['rate']): Sentence =>
  before.of === 0 || after.of === 0
    ? []
    : say` With chance counted in (95 % sure), the rate was ${range(before)} before and is ${range(after)} now: ${verdict === 'same' ? 'these overlap, so the difference may be chance.' : 'these do not overlap, so chance alone does not explain the difference.'}`;

/** The two logs in some short sentences: how much did not arrive in each, when each was, and whether they differ by more than chance. */
export const rateSentence = ({ before, after, rate }: Compared): Sentence =>
  say`${ours(judged[rate.verdict])}: now ${lost(rate.after)}; before, ${rate.before.of === 0 ? lost(rate.before) : say`${told(rate.before)}`}. “Before” is ${{ span: before }}, “now” ${{ span: after }}.${chance(rate)}`;

/** What became of a finding that the later log does not have. */
export const goneSentence = ({ lastSeen, expected, isSure }: Gone, { after }: Compared): Sentence => {
  const until = lastSeen === undefined ? '' : say`, last seen before ${moment(lastSeen)}`;
  return isSure
    ? say`Fixed since ${moment(after.from)} or earlier${until}: had it gone on, it would touch about ${Math.round(expected)} messages of the later log.`
    : say`Not in the later log${until}, but that log is too small to say that it is fixed: had it gone on, it would touch about ${Math.round(expected)} of its messages.`;
};

/** How much of each log a finding touches that both have. */
export const stillSentence = ({ before, after, verdict }: Still): Sentence =>
  say`${ours(judged[verdict])}: it touches ${told(after)} of the outbound messages, before ${told(before)}.`;

/** The same for one that tells something else of the same failures now. */
export const changedSentence = (changed: Changed): Sentence =>
  say`The failures are still there, but what they have in common changed. ${stillSentence(changed)} Before: ${changed.earlier.sentence} Now: ${changed.finding.sentence}`;

/** One code, sender or country in both. */
export const changeSentence = (kind: 'code' | 'sender' | 'country', { name, before, after, verdict }: NamedChange): Sentence =>
  say`${kind === 'sender' ? (name === '' ? say`senders the log does not name` : [address(name)]) : ours(name)}: ${verdict === 'better' ? 'better' : 'worse'}, ${told(before)} before, ${told(after)} after.`;
