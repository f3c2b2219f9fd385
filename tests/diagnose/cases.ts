/** The logs that are tried: every incident alone, several times and in every size, some together, and ordinary days. */
import { Random } from '../bench/random.ts';
import type { LogFormat } from './formats.ts';
import { incidents, type IncidentKind } from './incidents.ts';
import { extremeSizes, hugeSize, logOf, sizes, thinSizes, type Case, type LogSize, type Recipe } from './score.ts';

/** Callbacks hold no texts, no segments, no prices and no replies. */
const fits = (kind: IncidentKind, format: LogFormat): boolean => format !== 'statuscallback' || kind.isSeenInCallbacks !== false;

/** The sizes of logs in which an incident can be seen. */
function atLeast(messages: number, from: readonly LogSize[]): readonly [LogSize, ...LogSize[]] {
  const [largest, ...others] = from.filter((size) => size.messages >= messages).toReversed();
  if (largest === undefined) throw new Error(`no log has ${String(messages)} messages`);
  return [largest, ...others];
}

const formats: readonly LogFormat[] = ['console-v3', 'rest-json', 'statuscallback'];

/**
 * @param each how often every incident is planted alone
 * @param together logs with two or three incidents
 * @param ordinary logs without one
 * @param isThin rougher companies, incidents just above what is ordinary, tiny logs and some huge ones
 */
export function casesOf({
  seed,
  each,
  together,
  ordinary,
  isThin = false,
  huge = 0,
}: {
  readonly seed: number;
  readonly each: number;
  readonly together: number;
  readonly ordinary: number;
  readonly isThin?: boolean;
  /** Logs of 200,000 messages among those with several incidents and without one. */
  readonly huge?: number;
}): readonly Case[] {
  const random = new Random(seed);
  const next = (): number => random.below(2 ** 31);
  const some = isThin ? thinSizes : sizes;
  const anySize = (least = 0): LogSize => random.pick(atLeast(least, some));
  const anyFormat = (kinds: readonly IncidentKind[]): LogFormat => {
    const fitting = formats.filter((format) => kinds.every((kind) => fits(kind, format)));
    return fitting[random.below(fitting.length)] ?? 'console-v3';
  };
  const alone = incidents.flatMap((kind) =>
    Array.from({ length: each }, (_, n): Recipe => {
      const [largest, ...others] = atLeast(kind.atLeast ?? 0, some);
      return { seed: next(), size: [...others, largest][n % (others.length + 1)] ?? largest, format: anyFormat([kind]), kinds: [kind] };
    }),
  );
  const joinable = incidents.filter(({ isAlone }) => isAlone !== true);
  const several = Array.from({ length: together }, (_, place): Recipe => {
    const kinds: IncidentKind[] = [];
    const count = 2 + random.below(2);
    while (kinds.length < count) {
      const kind = joinable[random.below(joinable.length)];
      if (kind !== undefined && !kinds.includes(kind)) kinds.push(kind);
    }
    // An account that stops takes what comes after it: it is planted last.
    kinds.sort((a, b) => Number(a.id === 'account-stopped') - Number(b.id === 'account-stopped'));
    return { seed: next(), size: place < huge ? hugeSize : anySize(isThin ? 1_500 : 3_000), format: anyFormat(kinds), kinds };
  });
  const quiet = Array.from({ length: ordinary }, (_, place): Recipe => {
    const tiny = extremeSizes[place % (2 * extremeSizes.length)];
    const size = place < huge ? hugeSize : isThin && tiny !== undefined ? tiny : anySize();
    return { seed: next(), size, format: anyFormat([]), kinds: [] };
  });
  return [...alone, ...several, ...quiet].map((recipe) => ({
    seed: recipe.seed,
    messages: recipe.size.messages,
    format: recipe.format,
    kinds: recipe.kinds,
    make: () => logOf(recipe),
  }));
}
