import { Newest } from '../../index/cells/newest.ts';
import { hours } from '../../index/tables/hours.ts';
import { troubles } from '../../index/tables/troubles.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { howMany, moment, say } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { recoverableOf, withCode } from '../shared/by-code.ts';
import { changeOf, timesMore } from '../shared/change-point.ts';
import { rateInterval } from '../shared/rate-interval.ts';

/**
 * A code that became far more frequent at one hour, explained by nothing else. More messages alone make no change: what counts is the
 * share of them that fails so, in the stretch and outside of it.
 */
export const suddenChange = rule({
  id: 'sudden-change',
  codes: [],
  guide: 'since-when',
  needs: ['status', 'errorCode', 'sent'],
  tables: [troubles],
  limits: { minEvents: 'count', rateRatio: 'ratio', graveShare: 'share' },
  isLast: true,
  find(index, { knowledge, limits, minHits, left }) {
    const { traffic } = index.get(hours);
    const byCode = new Map<string, number[]>();
    for (const { kind, time } of left.messages()) if (!Number.isNaN(time)) entryOf(byCode, kind.code ?? '', () => []).push(time);
    return [...byCode].flatMap(([code, times]): readonly Found[] => {
      const change = changeOf(times, traffic);
      if (change === undefined || timesMore(change) < limits.rateRatio) return [];
      const { from, to, otherMessages, messages } = change;
      const isInside = (time: number): boolean => time >= from && time <= to;
      const value = times.filter(isInside).length;
      if (value < Math.max(limits.minEvents, minHits) || otherMessages < minHits) return [];
      const newest = new Newest();
      for (const message of left.messages()) {
        if ((message.kind.code ?? '') === code && isInside(message.time)) newest.add(message.time, message);
      }
      const time = { from, to: to + 1 };
      const all = left.rowsOf(code);
      const rows = { ...all, time };
      const inside = { label: 'failed so in that time', value, rows };
      const outside = {
        label: 'failed so before and after',
        value: times.length - value,
        // `time: {}` leaves out what has no time: whether it lies before or after cannot be told.
        rows: { ...all, time: {}, except: [...(all.except ?? []), { time }] },
      };
      const isGrave = rateInterval(Math.min(value, messages), messages).low >= limits.graveShare;
      return [
        {
          severity: isGrave ? 'medium' : 'low',
          confidence: 'medium',
          because: say`Chance does not make this much of a difference between one stretch of time and the rest; but a log does not say what was changed then.`,
          sentence: say`Failures ${withCode(code, knowledge)} jumped on ${moment(from)}: ${howMany(inside, 'message')} up to ${moment(to)}, against ${outside} in the rest of the log. Nothing else that we know explains them.`,
          affected: value,
          recoverable: recoverableOf(value, code, knowledge),
          rows,
          subject: { code },
          since: from,
          isSinceExact: true,
          evidence: [inside, outside],
          codes: code === '' ? [] : [code],
          examples: newest.sids,
          action: { kind: 'check', list: null },
        },
      ];
    });
  },
});
