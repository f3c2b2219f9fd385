/** What the analyzer says of made-up logs, held against what was planted in them. */
import { analyze } from '../../src/analyzer/analyze.ts';
import type { Finding } from '../../src/analyzer/report/report.ts';
import { knowledge } from '../knowledge.ts';
import { writers, type LogFormat } from './formats.ts';
import { plant, type Incident, type IncidentKind } from './incidents.ts';
import { HOUR } from './message.ts';
import { World, type Size } from './world.ts';

/** A made-up log, and what was planted in it. */
export interface Made {
  readonly text: string;
  readonly planted: readonly Planted[];
}

/** A log that is tried. */
export interface Case {
  readonly seed: number;
  /** About how many. */
  readonly messages: number;
  readonly format: string;
  /** Planted one after another; none makes an ordinary log. */
  readonly kinds: readonly Pick<IncidentKind, 'id'>[];
  make(): Made;
}

/** What a log of the first hand follows from. */
export interface Recipe {
  readonly seed: number;
  readonly size: LogSize;
  readonly format: LogFormat;
  readonly kinds: readonly IncidentKind[];
}

export interface Judged {
  readonly kind: Planted['kind'];
  readonly found: boolean;
  readonly affected: boolean;
  readonly since: boolean;
}

export interface Outcome {
  readonly made: Case;
  readonly first: string;
  /** Whether the first finding names one of the incidents; true for an ordinary log without an alarm. */
  readonly isFirst: boolean;
  readonly judged: readonly Judged[];
  /** Findings of severity critical, high or medium that no incident explains. */
  readonly alarms: readonly string[];
}

/** Messages of a log, and the fewest and most that an incident touches in it. */
export interface LogSize extends Size {
  readonly hits: readonly [number, number];
}
export const sizes: readonly LogSize[] = [
  { messages: 60, days: 2, hits: [12, 20] },
  { messages: 400, days: 3, hits: [20, 45] },
  { messages: 3_000, days: 7, hits: [40, 160] },
  { messages: 12_000, days: 10, hits: [90, 500] },
];

/** Logs and incidents at the edge of what can be told: tiny ones, and large ones in which little is wrong. */
export const thinSizes: readonly LogSize[] = [
  { messages: 40, days: 1, hits: [14, 18], isRough: true },
  { messages: 250, days: 2, hits: [14, 22], isRough: true },
  { messages: 1_500, days: 5, hits: [22, 40], isRough: true },
  { messages: 6_000, days: 9, hits: [45, 90], isRough: true },
  { messages: 20_000, days: 14, hits: [110, 200], isRough: true },
];
/** Logs in which nothing can be told, and one that is huge. */
export const extremeSizes: readonly LogSize[] = [
  { messages: 10, days: 1, hits: [1, 3], isRough: true },
  { messages: 25, days: 1, hits: [1, 3], isRough: true },
  { messages: 60, days: 2, hits: [1, 3], isRough: true },
];
export const hugeSize: LogSize = { messages: 200_000, days: 30, hits: [900, 2_500], isRough: true };

/** An incident that was planted, and its kind. */
interface Planted {
  readonly kind: Pick<IncidentKind, 'id'>;
  readonly incident: Incident;
  /** Findings that are true of the same messages too, and may stand before it. */
  readonly beside?: readonly string[];
}

const isAlarm = ({ severity }: Finding): boolean => ['critical', 'high', 'medium'].includes(severity);

function judge({ kind, incident }: Planted, findings: readonly Finding[]): Judged {
  const named = findings.filter(({ id }) => incident.ids.includes(id));
  const off = ({ affected }: Finding): number => Math.abs(affected - incident.affected) / incident.affected;
  const best = named.reduce<Finding | undefined>((least, one) => (least === undefined || off(one) < off(least) ? one : least), undefined);
  const since = best?.since === undefined ? NaN : Date.parse(best.since);
  return {
    kind,
    found: best !== undefined,
    affected: best !== undefined && off(best) <= 0.1,
    since: Math.abs(since - incident.since) <= HOUR,
  };
}

/** Makes the log of a recipe. */
export function logOf({ seed, size, format, kinds }: Recipe): Made {
  const world = new World(seed, size);
  const [least, most] = size.hits;
  const planted = kinds.map((kind) => ({ kind, incident: plant(world, kind, least + world.below(most - least + 1)) }));
  return { text: writers[format](world.messages), planted };
}

/** @throws Error when the log is not read: then the case is no case */
export async function outcomeOf(made: Case): Promise<Outcome> {
  const { text, planted } = made.make();
  const bytes = new TextEncoder().encode(text);
  const analysis = await analyze([{ name: 'x', size: bytes.length, stream: () => new Blob([bytes]).stream() }], { knowledge });
  if (analysis.kind !== 'report') throw new Error(`a made-up ${made.format} was not read: ${JSON.stringify(analysis)}`);
  const { findings } = analysis.report;
  const right = new Set(planted.flatMap(({ incident: { ids }, beside = [] }) => [...ids, ...beside]));
  const alarms = findings.filter((finding) => isAlarm(finding) && !right.has(finding.id)).map(({ id }) => id);
  const first = findings[0];
  return {
    made,
    first: first?.id ?? 'none',
    isFirst: planted.length === 0 ? alarms.length === 0 : first !== undefined && right.has(first.id),
    judged: planted.map((one) => judge(one, findings)),
    alarms,
  };
}
