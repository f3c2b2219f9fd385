import ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Guide } from '../guide/tree/guide.ts';
import { siteGuide } from './guide.ts';

export interface MapNode {
  readonly id: string;
  readonly kind: 'question' | 'check' | 'how' | 'outcome';
  /** The title in lines that fit the box. */
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** Answers that lead this way. */
  readonly answers: readonly string[];
  /** "I don't know" and its way back: not drawn. */
  readonly detour: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface GuideMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

const boxWidth = 184;
const lineHeight = 15;
const lineLength = 25;

/** Breaks a title into lines at its spaces. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineLength) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function edgesOf(guide: Guide): readonly Omit<MapEdge, 'points'>[] {
  return Object.entries(guide.steps).flatMap(([from, step]) => {
    if (step.kind === 'outcome') return [];
    const byTarget = Map.groupBy(step.answers, ({ next }) => next);
    return [...byTarget].map(([to, answers]) => ({
      from,
      to,
      answers: answers.map(({ label }) => label),
      detour: step.fact === undefined || (step.kind === 'question' && answers.every(({ id }) => id === 'unknown')),
    }));
  });
}

/**
 * Places the whole guide from left to right, as a flowchart. Links between outcomes are left out: they are asides, and there are
 * more of them than answers.
 */
export async function layOut(guide: Guide): Promise<GuideMap> {
  const edges = edgesOf(guide);
  const boxes = Object.entries(guide.steps).map(([id, step]) => {
    const lines = linesOf(step.title);
    const kind = step.kind !== 'outcome' && step.fact === undefined ? ('how' as const) : step.kind;
    return { id, kind, lines, width: boxWidth, height: lines.length * lineHeight + 14 };
  });
  const graph: ElkNode = {
    id: 'guide',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': '12',
      'elk.layered.spacing.nodeNodeBetweenLayers': '90',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.filter(({ detour }) => !detour).map(({ from, to }) => ({ id: `${from} ${to}`, sources: [from], targets: [to] })),
  };
  const { children = [], edges: placed = [], width = 0, height = 0 } = await new ELK().layout(graph);
  const at = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]));
  const nodes = boxes.map((box) => ({ ...box, ...(at.get(box.id) ?? { x: 0, y: 0 }) }));
  const routes = new Map(placed.map(({ id, sections }) => [id, sections?.[0]]));
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes,
    edges: edges.flatMap((edge) => {
      const route = routes.get(`${edge.from} ${edge.to}`);
      if (route === undefined) return [];
      const points = [route.startPoint, ...(route.bendPoints ?? []), route.endPoint];
      return [{ ...edge, points: points.map(({ x, y }) => [Math.round(x), Math.round(y)] as const) }];
    }),
  };
}

let map: Promise<GuideMap> | undefined;

/** The map of this site's guide, placed once a build. */
export function siteGuideMap(): Promise<GuideMap> {
  map ??= siteGuide().then(layOut);
  return map;
}
