import { useEffect, useRef } from 'preact/hooks';
import type { MachineLayout } from '../../film/film.ts';
import { isTaken, statesIn, type Move } from '../machine-state.ts';

interface MachineDrawingProps {
  readonly name: string;
  readonly layout: MachineLayout;
  /** The current state; null while the program does not run. */
  readonly state: string | null;
  /** What the turn did with the machine. */
  readonly moves: readonly Move[];
}

/** A laid-out state diagram with the current state lit, and the ways that the turn went. */
export function MachineDrawing({ name, layout, state, moves }: MachineDrawingProps) {
  const { width, height } = layout;
  const current = statesIn(state ?? '');
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (room.current !== null) showCurrent(room.current);
  }, [state, layout]);
  return (
    <div class="machine-room" ref={room} tabIndex={0} role="group" aria-label={`Diagram of ${name}, scrolls`}>
      <svg
        class="machine"
        role="img"
        aria-label={`State diagram of ${name}: ${state === null ? 'it does not run' : `it is ${state}`}`}
        viewBox={`-8 -8 ${width + 16} ${height + 16}`}
        style={{ maxWidth: `${(width + 16) / 13}rem`, minWidth: `${(width + 16) / 22}rem` }}
      >
        <defs>
          <marker
            id="tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="10"
            markerHeight="10"
            orient="auto-start-reverse"
          >
            <path d="M0 0 8 4 0 8z" fill="context-stroke" />
          </marker>
        </defs>
        {layout.states.map((one) => (
          <State key={one.name} state={one} isCurrent={current.has(one.name)} layout={layout} />
        ))}
        {layout.edges.map((edge, index) => (
          <Edge key={index} edge={edge} lit={isTaken(edge, moves)} />
        ))}
      </svg>
    </div>
  );
}

/** Scrolls a diagram that is larger than its room to the state that is lit. */
function showCurrent(room: HTMLElement): void {
  const lit = [...room.querySelectorAll('.current')].at(-1)?.getBoundingClientRect();
  if (lit === undefined) return;
  const around = room.getBoundingClientRect();
  room.scrollLeft += lit.left + lit.width / 2 - around.left - around.width / 2;
  room.scrollTop += lit.top + lit.height / 2 - around.top - around.height / 2;
}

type StateBox = MachineLayout['states'][number];
type Way = MachineLayout['edges'][number];

function State({ state, isCurrent, layout }: { state: StateBox; isCurrent: boolean; layout: MachineLayout }) {
  const { x, y, width, height, label, initial, final, name } = state;
  const isAround = layout.states.some(({ parent }) => parent === name);
  return (
    <g class={`state ${isCurrent ? 'current' : ''} ${isAround ? 'around' : ''}`}>
      {initial && <circle class="initial" cx={x - 2} cy={y - 2} r="4" />}
      <rect x={x} y={y} width={width} height={height} rx={isAround ? 6 : Math.min(14, height / 2)} />
      {final && <rect class="inner" x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx="10" />}
      <text x={x + width / 2} y={isAround ? y + 14 : y + height / 2}>
        {label}
      </text>
    </g>
  );
}

function Edge({ edge, lit }: { edge: Way; lit: boolean }) {
  const [x, y] = edge.labelAt ?? [0, 0];
  return (
    <g class={`edge ${lit ? 'taken' : ''}`}>
      <polyline points={edge.points.map((point) => point.join(',')).join(' ')} marker-end="url(#tip)" />
      {edge.labelAt !== null && (
        <text x={x} y={y + 8}>
          {edge.label}
        </text>
      )}
    </g>
  );
}
