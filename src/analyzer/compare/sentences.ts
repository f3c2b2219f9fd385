import { address, moment, ours, outOf, say, share, type Sentence } from '../report/sentence.ts';
import type { Comparison, Gone, NamedChange, Rate, Still } from './compare.ts';

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;

/** "275 of 1,842 (14.9 %)". */
const told = ({ part, of }: Rate): Sentence => (of === 0 ? say`none` : say`${outOf(part, of)} (${share(part, of)})`);

/** The same with its range: "…, between 13.4 % and 16.6 %". Shares are told in thousandths. */
const bounded = (rate: Rate): Sentence =>
  rate.of === 0
    ? say`no message with a final status`
    : say`${told(rate)}, with 95 % between ${share(Math.round(rate.low * 100_000), 100_000)} and ${share(Math.round(rate.high * 100_000), 100_000)}`;

const judged = { better: 'Better', worse: 'Worse', same: 'No difference that chance could not make' } as const;

/** The two logs in one sentence: when each was, how much did not arrive, and whether that differs by more than chance. */
export const rateSentence = ({ before, after, rate }: Compared): Sentence =>
  say`${ours(judged[rate.verdict])}: of ${{ span: before }} did not arrive ${bounded(rate.before)}; of ${{ span: after }}, ${bounded(rate.after)}.`;

/** What became of a finding that the later log does not have. */
export const goneSentence = ({ lastSeen, expected, isSure }: Gone, { after }: Compared): Sentence => {
  const until = lastSeen === undefined ? '' : say`, last seen before ${moment(lastSeen)}`;
  return isSure
    ? say`Fixed since ${moment(after.from)} or earlier${until}: unchanged, it would touch about ${Math.round(expected)} messages of the later log.`
    : say`Not in the later log${until}, but that log is too small to say that it is fixed: about ${Math.round(expected)} of its messages would be touched.`;
};

/** How much of each log a finding touches that both have. */
export const stillSentence = ({ before, after, verdict }: Still): Sentence =>
  say`${ours(judged[verdict])}: it touched ${told(before)} of the outbound messages, and now ${told(after)}.`;

/** One code, sender or country in both. */
export const changeSentence = (kind: 'code' | 'sender' | 'country', { name, before, after, verdict }: NamedChange): Sentence =>
  say`${kind === 'sender' ? (name === '' ? say`senders the log does not name` : [address(name)]) : ours(name)}: ${verdict === 'better' ? 'better' : 'worse'}, ${told(before)} before, ${told(after)} after.`;
