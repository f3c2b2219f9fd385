import { Newest } from '../../index/cells/newest.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { entryOf } from '../../memory/entry-of.ts';
import type { Filter } from '../../report/filter.ts';
import { howMany, moment, outOf, say, share } from '../../report/sentence.ts';
import { rule, type Found } from '../rule.ts';
import { codeTimes } from '../shared/code-times-table.ts';
import { outbreakFinding } from '../shared/outbreak-finding.ts';
import { outbreakOf } from '../shared/outbreak.ts';
import { senderPace } from '../shared/pace-table.ts';
import { bySender, senderNames } from '../shared/senders.ts';
import { outboundOf } from '../shared/size.ts';
import { night, type Offer } from './night-table.ts';

const ID = 'quiet-hours';
const CODES = ['30610', '30615'];

const refusals = codeTimes({ finding: ID, codes: CODES, name: ({ sender }) => sender });

interface Night {
  /** Messages in all, and of one text. */
  readonly least: number;
  readonly minEach: number;
  readonly graveShare: number;
  readonly localHours: NonNullable<Filter['localHours']>;
}

/** Advertising that was handed over at night at the recipients' places, as far as area codes tell. */
function atNight(index: LogIndex, { least, minEach, graveShare, localHours }: Night): readonly Found[] {
  // An offer is one text to many, by whatever senders of a pool; what one person writes to another may speak of a deal.
  const byText = new Map<string, (readonly [key: number, offer: Offer])[]>();
  for (const [key, offer] of index.get(night).offers)
    entryOf(byText, offer.text.toLowerCase().replace(/\s+/g, ''), () => []).push([key, offer]);
  const sum = (some: readonly (readonly [key: number, offer: Offer])[]): number => some.reduce((all, [, { count }]) => all + count, 0);
  const texts = [...byText.values()].filter((same) => sum(same) >= minEach);
  const offers = texts.flat();
  const count = sum(offers);
  if (count < least) return [];
  const since = offers.reduce((least, [, { first }]) => Math.min(least, first), Infinity);
  const rows: Filter = {
    direction: 'outbound',
    outcomes: ['delivered', 'no-receipt'],
    templates: offers.map(([key]) => key),
    localHours,
  };
  const sent = { label: 'sent at night by the area code', value: count, rows };
  return [
    {
      severity: count >= outboundOf(index) * graveShare ? 'medium' : 'low',
      confidence: 'low',
      because: say`The hour is that of the area code, and people keep their number when they move; whether a text is advertising is guessed from its words: your own list of people would tell.`,
      sentence: say`Advertising went to the US at night: ${howMany(sent, 'message')} of ${howMany(texts.length, 'text')} with words of an offer went out between ${localHours.from}:00 and ${localHours.to}:00 where the recipients probably are, the first on ${moment(since)}. US rules allow it from 8 a.m. to 9 p.m. only.`,
      affected: count,
      recoverable: 0,
      rows,
      subject: { case: 'night' },
      since,
      evidence: [sent],
      codes: [],
      examples: Newest.of(offers.map(([, { newest }]) => newest)),
      action: { kind: 'check', list: null },
    },
  ];
}

/** Messages that the Compliance Toolkit stopped for the hour, and advertising that went out at night without it. */
export const quietHours = rule({
  id: ID,
  codes: CODES,
  guide: 'quiet-hours',
  needs: ['errorCode', 'status'],
  tables: [refusals, senderPace, night],
  limits: {
    minRefused: 'count',
    minShare: 'share',
    minAtNight: 'count',
    minEach: 'count',
    graveShare: 'share',
    nightFrom: 'count',
    nightTo: 'count',
  },
  find(index, { limits, minHits }) {
    const places = { refusals, pace: senderPace, codes: CODES, where: bySender };
    const found = outbreakOf(index, places, { minHits: Math.max(minHits, limits.minRefused), minShare: limits.minShare });
    const localHours = { from: limits.nightFrom, to: limits.nightTo };
    const others = atNight(index, {
      least: Math.max(minHits, limits.minAtNight),
      minEach: limits.minEach,
      graveShare: limits.graveShare,
      localHours,
    });
    if (found === undefined) return others;
    const { names, total, begun, isThin } = found;
    return [
      outbreakFinding(found, {
        label: 'stopped for the hour',
        severity: 'high',
        because: say`The code alone says that it was no hour for such texts at the recipient's place, and that the Compliance Toolkit stopped them.`,
        sentence: (failed) =>
          say`Messages of ${senderNames(names)} were stopped because of the hour at the recipient's place: ${outOf(failed, total)}${isThin ? '' : ' in the same hours'} (${share(failed, total)})${begun}. By day they can go through.`,
        action: { kind: 'wait', list: null },
      }),
      ...others,
    ];
  },
});
