import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { DrawnState } from '../../analysis/index.ts';

/** The state on which hangs what a machine does in whatever state it is. */
export const anyState = 'in any state';

/** Measures of the page's drawing in CSS pixels: a letter of its type is about this wide. */
const letterWidth = { state: 7.2, edge: 6.6 } as const;
const stateHeight = 34;
const edgeHeight = 16;
const padding = 12;
/** Room for the name of a state around others. */
const heading = 30;

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.randomSeed': '1',
} as const;

/** Counts up when the same graph comes to be drawn otherwise: by another version of the library, or of this folder. */
const edition = 1;

/** What a drawing is made from, as text: equal texts have equal drawings. */
export function graphText(root: DrawnState): string {
  return JSON.stringify([edition, machineGraph(root), finalStates(root)]);
}

function finalStates(state: DrawnState): readonly string[] {
  return [...(state.final ? [state.name] : []), ...state.states.flatMap(finalStates)];
}

/** A machine as the layout library takes it. Ids of nodes are the names of states. */
export function machineGraph(root: DrawnState): ElkNode {
  const everywhere = root.leaves.length === 0 ? [] : [box(anyState, anyState)];
  return {
    id: '',
    layoutOptions: { ...options },
    children: [...everywhere, ...childrenOf(root)],
    edges: numbered([...edgesFrom(root, anyState), ...allEdges(root)]),
  };
}

/** The states inside; the one that a state begins with stands at the top. */
function childrenOf(state: DrawnState): ElkNode[] {
  return state.states.map((child) => {
    const node = nodeOf(child);
    if (state.parallel || !state.begins.includes(child)) return node;
    return { ...node, layoutOptions: { ...node.layoutOptions, 'elk.layered.layering.layerConstraint': 'FIRST' } };
  });
}

function nodeOf(state: DrawnState): ElkNode {
  const label = box(state.name, state.key);
  if (state.states.length === 0) return label;
  const layoutOptions = {
    'elk.padding': `[top=${heading},left=${padding},bottom=${padding},right=${padding}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${label.width ?? 0},${stateHeight})`,
  };
  return { ...label, layoutOptions, children: childrenOf(state) };
}

function box(id: string, label: string): ElkNode {
  return { id, width: Math.ceil(label.length * letterWidth.state) + 2 * padding, height: stateHeight };
}

type Unnumbered = Omit<ElkExtendedEdge, 'id'>;

function allEdges(state: DrawnState): readonly Unnumbered[] {
  return state.states.flatMap((child) => [...edgesFrom(child, child.name), ...allEdges(child)]);
}

function edgesFrom({ leaves }: DrawnState, from: string): readonly Unnumbered[] {
  return leaves.flatMap(({ to, message }) => {
    const targets = to.length === 0 ? [from] : to.map(({ name }) => name);
    return targets.map((target) => ({ sources: [from], targets: [target], labels: [edgeLabel(message)] }));
  });
}

function edgeLabel(text: string): { readonly text: string; readonly width: number; readonly height: number } {
  return { text, width: Math.ceil(text.length * letterWidth.edge), height: edgeHeight };
}

/** Each transition has an arrow of its own, so that the one that was taken can be lit. */
function numbered(edges: readonly Unnumbered[]): ElkExtendedEdge[] {
  return edges.map((edge, number) => ({ id: `edge ${number}`, ...edge }));
}
