import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { DrawnState } from '../../analysis/index.ts';
import type { MachineLayout } from '../film/film.ts';
import { anyState } from './machine-graph.ts';

type StateLayout = MachineLayout['states'][number];
type EdgeLayout = MachineLayout['edges'][number];

/** What the layout library answered, as a page draws it: whole pixels, places counted from the drawing's corner. */
export function machineLayout(root: DrawnState, laidOut: ElkNode): MachineLayout {
  const facts = factsOf(root);
  return {
    width: Math.ceil(laidOut.width ?? 0),
    height: Math.ceil(laidOut.height ?? 0),
    states: (laidOut.children ?? []).flatMap((node) => statesIn(node, null, facts)),
    edges: (laidOut.edges ?? []).flatMap(edgeOf),
  };
}

type Facts = ReadonlyMap<string, Pick<StateLayout, 'label' | 'initial' | 'final'>>;

function factsOf(root: DrawnState): Facts {
  const facts = new Map([[anyState, { label: anyState, initial: false, final: false }]]);
  const visit = (state: DrawnState): void => {
    for (const child of state.states) {
      const initial = state.parallel || state.begins.includes(child);
      facts.set(child.name, { label: child.key, initial, final: child.final });
      visit(child);
    }
  };
  visit(root);
  return facts;
}

function statesIn(node: ElkNode, parent: string | null, facts: Facts): readonly StateLayout[] {
  const { id, x = 0, y = 0, width = 0, height = 0, children = [] } = node;
  const known = facts.get(id);
  if (known === undefined) throw new Error(`the layout has a state "${id}" that its machine has not`);
  const place = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  return [{ name: id, parent, ...known, ...place }, ...children.flatMap((child) => statesIn(child, id, facts))];
}

function edgeOf({ sources, targets, sections = [], labels = [] }: ElkExtendedEdge): readonly EdgeLayout[] {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const [label] = labels;
  return [
    {
      from: sources[0] ?? '',
      to: targets[0] ?? '',
      label: label?.text ?? '',
      points: points.map(({ x, y }) => [Math.round(x), Math.round(y)] as const),
      labelAt: label === undefined ? null : [Math.round(label.x ?? 0), Math.round(label.y ?? 0)],
    },
  ];
}
