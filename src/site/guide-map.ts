import { settles, type Guide, type GuideStep } from '../guide/tree/guide.ts';

/** A step where the map draws it, or the mention of one that is drawn elsewhere (then without branches). */
export interface MapPlace {
  readonly id: string;
  readonly kind: 'question' | 'check' | 'how' | 'outcome';
  readonly title: string;
  readonly isDrawnElsewhere: boolean;
  readonly branches: readonly MapBranch[];
}

export interface MapBranch {
  readonly from: string;
  /** Answers that lead this way. */
  readonly answers: readonly string[];
  /** "I don't know", and what a page that tells how to find out leads to. */
  readonly isAside: boolean;
  readonly to: MapPlace;
}

export interface GuideMap {
  readonly root: MapPlace;
  /** Steps that only outcomes lead to. */
  readonly rest: readonly MapPlace[];
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly answers: readonly string[];
  readonly isAside: boolean;
}

function edgesOf(id: string, step: GuideStep | undefined): readonly Edge[] {
  if (step === undefined || step.kind === 'outcome') return [];
  return [...Map.groupBy(step.answers, ({ next }) => next)].map(([to, answers]) => ({
    from: id,
    to,
    answers: answers.map(({ label }) => label),
    isAside: step.fact === undefined || (step.kind === 'question' && !answers.some((answer) => settles(answer.id))),
  }));
}

/**
 * Which edge draws each step: the shortest way there, ways by answers that settle something before those by "I don't know".
 * Any other edge to the step only mentions it, so that the drawing is a tree.
 */
function drawingEdges(guide: Guide): ReadonlyMap<string, Edge> {
  const drawn = new Map<string, Edge>();
  const reached = new Set(['start']);
  for (const takesAsides of [false, true])
    for (const id of reached)
      for (const edge of edgesOf(id, guide.steps[id])) {
        if (reached.has(edge.to) || (edge.isAside && !takesAsides)) continue;
        reached.add(edge.to);
        drawn.set(edge.to, edge);
      }
  return drawn;
}

/** The whole guide as a tree from its first question. Links between outcomes are left out: they are asides, and there are more of them than answers. */
export function mapOf(guide: Guide): GuideMap {
  const drawn = drawingEdges(guide);
  const place = (id: string, isDrawnElsewhere: boolean): MapPlace => {
    const step = guide.steps[id];
    if (step === undefined) throw new Error(`the guide has no step "${id}"`);
    return {
      id,
      kind: step.kind !== 'outcome' && step.fact === undefined ? 'how' : step.kind,
      title: step.title,
      isDrawnElsewhere,
      branches: isDrawnElsewhere ? [] : edgesOf(id, step).map(branch),
    };
  };
  const branch = (edge: Edge): MapBranch => {
    const owner = drawn.get(edge.to);
    return {
      from: edge.from,
      answers: edge.answers,
      isAside: edge.isAside,
      to: place(edge.to, edge.to === 'start' || owner?.from !== edge.from),
    };
  };
  return {
    root: place('start', false),
    rest: Object.keys(guide.steps)
      .filter((id) => id !== 'start' && !drawn.has(id))
      .map((id) => place(id, false)),
  };
}
