import { thresholdOf, type Knowledge } from '../../../catalog/knowledge.ts';
import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import type { Filter } from '../../report/filter.ts';
import { outOf, say, share, type Sentence } from '../../report/sentence.ts';
import { commonTrait, messagesByTrait, Traits, type CommonLimits } from './common-trait.ts';
import type { Trait } from './traits.ts';

/** Traits that a filter asks for: what it says of its messages is no news. A text is of one sender, and a number's beginning of one country. */
function namedIn({
  senders,
  countries,
  templates,
  prefix,
  services,
  linkHost,
  segments,
  encoding,
  hourOfDay,
  all = [],
}: Filter): readonly Trait['id'][] {
  return [
    ...(senders === undefined ? [] : (['sender', 'template', 'service'] as const)),
    ...(countries === undefined ? [] : (['country', 'prefix'] as const)),
    ...(templates === undefined ? [] : (['template', 'sender', 'link', 'service'] as const)),
    ...(prefix === undefined ? [] : (['prefix', 'country'] as const)),
    ...(services === undefined ? [] : (['service', 'sender'] as const)),
    ...(linkHost === undefined ? [] : (['link', 'template'] as const)),
    ...(segments === undefined ? [] : (['segments'] as const)),
    ...(encoding === undefined ? [] : (['encoding'] as const)),
    ...(hourOfDay === undefined ? [] : (['hour'] as const)),
    ...all.flatMap(namedIn),
  ];
}

/** The limits of the finding that says the same of failures (content/facts.yaml, shared-trait). */
const limitsOf = (knowledge: Knowledge): CommonLimits => {
  const limit = (name: string): number => thresholdOf(knowledge, 'shared-trait', name);
  return {
    minShared: limit('minShared'),
    minShare: limit('minShare'),
    rateRatio: limit('rateRatio'),
    maxUsualShare: limit('maxUsualShare'),
    graveShare: limit('graveShare'),
    // These messages need not have failed: a smaller part of them says nothing.
    leastShare: limit('minShare'),
  };
};

/** What some messages have in common that others of the log have not: they are gone over twice, then all messages once. */
export class InCommon {
  readonly #traits = new Traits();
  readonly #limits: CommonLimits;
  #count = 0;

  constructor(knowledge: Knowledge) {
    this.#limits = limitsOf(knowledge);
  }

  /** An outbound message that is asked about; first each is counted. */
  count(message: KeptMessage): void {
    this.#count += 1;
    this.#traits.count(message);
  }

  /** Then each comes again. */
  again(message: KeptMessage): void {
    this.#traits.tally(message, Math.max(this.#limits.minShared, this.#limits.minShare * this.#count));
  }

  /**
   * @param filter the one that chose them
   * @param log all outbound messages of the log, the chosen ones among them, and how many they are
   * @returns one sentence with both counts and what chance allows; `undefined` where they are few, or have nothing in common but what is usual
   */
  sentence(filter: Filter, log: { readonly messages: Iterable<KeptMessage>; readonly count: number }): Sentence | undefined {
    const named = new Set(namedIn(filter));
    const candidates = new Map([...this.#traits.byTrait].filter(([trait, values]) => values.size > 0 && !named.has(trait.id)));
    if (candidates.size === 0) return undefined;
    const totals = messagesByTrait([{ messages: log.messages, weight: 1 }], [candidates]);
    const found = commonTrait(candidates, this.#count, totals, log.count, this.#limits);
    if (found === undefined) return undefined;
    const { trait, value, tally, messages, contrast } = found;
    const times =
      contrast.times === Infinity
        ? say`no other message is among these`
        : say`such a message is ${Math.round(contrast.times)} times as likely to be among these as any other, and at least ${Math.max(1, Math.floor(contrast.timesAtLeast))} times whatever chance did`;
    return say`${outOf(tally.count, this.#count)} ${trait.words(value)} (${share(tally.count, this.#count)}), where only ${share(messages, log.count)} of all outbound messages do; ${times}.`;
  }
}
