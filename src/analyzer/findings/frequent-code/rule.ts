import { Tally } from '../../index/cells/tally.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { actionOf, failedByCode, recoverableOf, settled, settledCount, withCode } from '../shared/by-code.ts';
import { rateInterval } from '../shared/rate-interval.ts';

/**
 * A code that no other finding explains and that is more than noise. What it says comes from the code's own page; how grave it is
 * from how many of all messages fail with it, at the near end of what chance allows.
 */
export const frequentCode = rule({
  id: 'frequent-code',
  codes: [],
  guide: 'pattern',
  needs: ['status', 'errorCode'],
  tables: [],
  limits: { minCount: 'count', noiseShare: 'share', ownShare: 'share', attentionShare: 'share', graveShare: 'share' },
  isLast: true,
  find(index, { knowledge, limits, minHits, left }) {
    const sent = settledCount(index);
    const total = { label: 'outbound messages handed over or ended', value: sent, rows: settled };
    const tallies = new Map<string, Tally>();
    for (const message of left.messages()) {
      entryOf(tallies, message.kind.code ?? '', () => new Tally()).add(message.time, message);
    }
    // Where not every failure is kept one by one, what is left of a code is known only if no finding took some of it; not since when.
    const isWhole = index.get(troubles).overflow === 0;
    const all = failedByCode(index);
    return [...tallies].flatMap(([code, tally]): readonly Found[] => {
      const rows = left.rowsOf(code);
      if (!isWhole && rows.except !== undefined) return [];
      const { newest } = tally;
      const [count, first] = isWhole ? [tally.count, tally.first] : [all.get(code) ?? 0, Infinity];
      const least = rateInterval(count, sent).low;
      // What the sender alone can mend fails again with every send: less of it is worth a word than of what networks and phones do.
      const isOwn = knowledge.codes[code]?.actors?.every((actor) => actor === 'sender') === true;
      if (count < Math.max(limits.minCount, minHits) || least < (isOwn ? limits.ownShare : limits.noiseShare)) return [];
      const failed = { label: 'failed so, explained by no other finding', value: count, rows };
      return [
        {
          severity: least < limits.attentionShare ? 'low' : least < limits.graveShare ? 'medium' : 'high',
          confidence: 'low',
          because: say`This many are more than noise; but they have nothing in common that we know, so why they failed only the code says.`,
          sentence: say`${howMany(failed, 'message')} failed ${withCode(code, knowledge)}: ${outOf(failed, total)} (${share(failed, total)})${first === Infinity ? '' : say`, the first on ${moment(first)}`}, and no pattern we know explains them.`,
          affected: count,
          recoverable: recoverableOf(count, code, knowledge),
          rows,
          subject: { code },
          since: first,
          evidence: [failed, total],
          codes: code === '' ? [] : [code],
          examples: newest.sids,
          action: actionOf(code, knowledge),
        },
      ];
    });
  },
});
