import { Tally } from '../../index/cells/tally.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { moment, outOf, say, share } from '../../report/sentence.ts';
import { counted } from '../../words/figure.ts';
import { rule } from '../rule.ts';
import { rateInterval } from '../shared/rate-interval.ts';
import { refusedGroup } from '../shared/refused-group.ts';
import { failedWith } from '../shared/refused-people.ts';
import { FILTERED } from '../template-filtered/texts-table.ts';
import { hosts, type HostCount } from './hosts-table.ts';

const CODES = [FILTERED];

/** A link by its bare IP address. */
const isBareAddress = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);

/** The messages with a link to a host, and those of the same senders without. */
function contrast(index: LogIndex, host: string, { senders, texts }: HostCount) {
  const filtered = new Tally();
  let total = 0;
  let delivered = 0;
  const touched: string[] = [];
  for (const [sender, count] of senders) {
    delivered += count.delivered;
    if (count.filtered.count === 0) continue;
    touched.push(sender);
    total += count.total;
    filtered.merge(count.filtered.save());
  }
  const all = refusedGroup(index, CODES, { senders: touched });
  return {
    host,
    senders: touched.sort(),
    filtered,
    total,
    delivered,
    texts: texts.size,
    others: all.counts.outbound - total,
    othersFiltered: all.refused.count - filtered.count,
  };
}

/**
 * A link that filters stop: several texts with it are filtered far more often than the same senders' texts without it. Links of public
 * shorteners and bare addresses are known for it; any other host must be in nearly all that was filtered and in little that arrived.
 */
export const linkFiltered = rule({
  id: 'link-filtered',
  codes: CODES,
  guide: 'filtered-link',
  needs: ['body', 'errorCode', 'status'],
  tables: [hosts],
  limits: {
    minFiltered: 'count',
    minTexts: 'count',
    minRate: 'share',
    rateRatio: 'ratio',
    minFilteredShare: 'share',
    maxDeliveredShare: 'share',
  },
  find(index, { knowledge, limits, minHits }) {
    const table = index.get(hosts);
    const shorteners = new Set(knowledge.linkShorteners);
    const isDistrusted = (host: string): boolean => shorteners.has(host) || isBareAddress(host);
    return [...table.hosts]
      .map(([host, count]) => contrast(index, host, count))
      .filter(({ host, filtered, total, delivered, others, othersFiltered, texts }) => {
        if (filtered.count < Math.max(limits.minFiltered, minHits) || others < minHits) return false;
        const rate = filtered.count / total;
        if (rate < limits.minRate || rate < limits.rateRatio * (othersFiltered / others)) return false;
        if (rateInterval(filtered.count, total).low <= rateInterval(othersFiltered, others).high) return false;
        if (isDistrusted(host)) return true;
        // One text with one link: what is filtered is said by the finding about texts.
        return (
          texts >= limits.minTexts &&
          filtered.count >= table.filtered * limits.minFilteredShare &&
          delivered < table.delivered * limits.maxDeliveredShare
        );
      })
      .map(({ host, senders, filtered: tally, total, others, othersFiltered, texts }) => {
        const rows = { ...failedWith(CODES), senders, linkHost: host };
        const filtered = { label: 'filtered with this link', value: tally.count, rows };
        const messages = {
          label: 'messages with this link',
          value: total,
          rows: { direction: 'outbound', senders, linkHost: host },
        } as const;
        const filteredElse = {
          label: `filtered without it, same senders (of ${counted(others, 'message')})`,
          value: othersFiltered,
          rows: { ...failedWith(CODES), senders, except: [{ linkHost: host }] },
        };
        const isSeveral = texts >= limits.minTexts;
        return {
          severity: isSeveral ? 'high' : 'medium',
          confidence: isSeveral ? 'medium' : 'low',
          because: isSeveral
            ? say`Several texts share the link and are filtered, and what the same senders send without it arrives; the code names neither who filtered nor why.`
            : say`Filters distrust this kind of link; but it stands in one text only, so the wording may be the cause as well: one message without the link would tell.`,
          sentence: say`Links to ${{ text: host }} are filtered: ${outOf(filtered, messages)} messages with one (${share(filtered, messages)})${tally.first === Infinity ? '' : say`, the first on ${moment(tally.first)}`}, against ${outOf(filteredElse, others)} of the same senders without it (${share(filteredElse, others)}).${isDistrusted(host) ? ' It is the kind of link that filters distrust: a public shortener or a bare address.' : ''}`,
          affected: tally.count,
          recoverable: Math.max(0, tally.count - Math.round((othersFiltered / others) * total)),
          rows,
          subject: { link: host },
          since: tally.first,
          evidence: [filtered, messages, filteredElse],
          codes: CODES,
          examples: tally.newest.sids,
          action: { kind: 'fix-content', list: null },
        } as const;
      });
  },
});
