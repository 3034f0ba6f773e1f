import { useComputed, useSignal, useSignalEffect, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FilmReader } from '../../film/film-reader.ts';
import { chainTurns } from '../causes.ts';
import { computer, readers, shown, turnsAt } from '../desk-state.ts';
import { lastShown } from '../exam-paper.ts';
import { runName } from '../header.tsx';
import { goTo, showFilm } from '../moving.ts';
import { theme, type } from '../preferences.ts';
import { foundTurns } from '../searching.ts';
import { columnsOf, draw, type Scene } from './drawing.ts';
import { heightOf, layoutOf, rowAt } from './time-layout.ts';
import { fittingHeight, rowHeight, zoomBy } from './zoom.ts';

/** A lane for each computer of a film, time downwards; the turn where the film stands is in sight. */
export function Diagram({ film }: { readonly film: 0 | 1 }) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useScene(film, scroller);
  useSignalEffect(() => {
    bringIntoSight(scroller.current, heightOf(scene.layout.value, turnsAt.value[film] ?? 0));
  });
  useSignalEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === undefined || context === null || scene.size.value.width === 0) return;
    sharpen(context, scene.whole.value);
    draw(context, scene.whole.value);
  });
  const { size, top, layout, columns } = scene;
  return (
    <div
      ref={scroller}
      class="diagram"
      role="group"
      aria-label={`Diagram of ${runName(film)}, scrolls`}
      tabIndex={0}
      onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
      onWheel={zoomOnWheel}
    >
      <LaneHeads film={film} lanes={columns.value.lanes} />
      <div class="canvas-room" style={{ height: `${layout.value.height}px` }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={description(film)}
          style={{ width: `${size.value.width}px`, height: `${size.value.height}px` }}
          onPointerDown={beginPull}
          onPointerMove={(event) => pull(scroller.current, event)}
          onClick={(event) => {
            if (wasPulled()) return;
            showFilm(film);
            goTo(layout.value.rows[rowAt(layout.value.rows, event.offsetY + top.value)]?.turn ?? 0);
          }}
        />
      </div>
    </div>
  );
}

/** What the picture is made from; each part changes by itself. */
function useScene(film: 0 | 1, scroller: { readonly current: HTMLDivElement | null }) {
  const size = useSignal<Size>({ width: 0, height: 0, rem: 16 });
  const top = useSignal(0);
  const reader = useComputed(() => readers.value[film] ?? (readers.value[0] as FilmReader));
  const last = useComputed(() => (film === shown.value ? lastShown.value : reader.value.film.clock.lastTurn));
  const columns = useComputed(() => columnsOf(size.value.width, reader.value.film.computers.length, size.value.rem));
  const row = useComputed(() => ((rowHeight.value ?? fittingHeight.value) * size.value.rem) / 16);
  const layout = useComputed(() => layoutOf(reader.value, row.value, last.value));
  useSize(scroller, size, reader.value.film.computers.length);
  useSignalEffect(() => {
    const whole = layoutOf(reader.value, size.value.rem, last.value).height;
    if (size.value.height > 0) fittingHeight.value = Math.min(32, (16 * size.value.height) / whole);
  });
  const whole = useComputed<Scene>(() => {
    // The colours are those of the theme: where it changes, the diagram is drawn anew.
    void theme.value;
    return {
      ...{ reader: reader.value, layout: layout.value, columns: columns.value, ...size.value, top: top.value },
      ...{ turn: turnsAt.value[film] ?? 0, chain: chainTurns(film), rowHeight: row.value },
      found: new Set(film === shown.value ? foundTurns.value : []),
      style: getComputedStyle(document.documentElement),
    };
  });
  return { size, top, columns, layout, whole };
}

function description(film: 0 | 1): string {
  const reader = readers.value[film] as FilmReader;
  const lanes = reader.film.computers.map(({ name, role }) => `${name} (${role})`).join(', ');
  const amount = `${reader.turns().length} turns and ${reader.film.arrows.length} arrows`;
  const at = `at turn ${turnsAt.value[film]}`;
  return `Space-time diagram with ${amount} between ${lanes}, ${at}. Key T shows it as a list.`;
}

/** Names of the lanes; a press makes the views show that computer. */
function LaneHeads({ film, lanes }: { readonly film: 0 | 1; readonly lanes: readonly number[] }) {
  const [first = 0, second = first + 300] = lanes;
  const spacing = second - first;
  return (
    <div class="lane-heads">
      {(readers.value[film] as FilmReader).film.computers.map(({ name, role, operatingSystem }, index) => (
        <button
          key={name}
          type="button"
          aria-pressed={computer.value === index}
          style={{ insetInlineStart: `${lanes[index] ?? 0}px`, maxWidth: `calc(${spacing}px - 0.3rem)` }}
          title={operatingSystem}
          onClick={() => (computer.value = index)}
        >
          <b>{name}</b>
          <span>{role}</span>
        </button>
      ))}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
}

/** Follows the size of what is seen, and of a rem: large type enlarges the diagram too. */
function useSize(scroller: { readonly current: HTMLDivElement | null }, size: Signal<Size>, lanes: number): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const heads = element.firstElementChild?.clientHeight ?? 0;
      const width = Math.max(element.clientWidth, rem * 6.5 * (1 + lanes));
      size.value = { width, height: element.clientHeight - heads, rem };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const stop = type.subscribe(() => requestAnimationFrame(measure));
    return () => {
      observer.disconnect();
      stop();
    };
  }, [lanes]);
}

function bringIntoSight(scroller: HTMLDivElement | null, y: number): void {
  if (scroller === null) return;
  const room = scroller.clientHeight - (scroller.firstElementChild?.clientHeight ?? 0);
  const isSeen = y > scroller.scrollTop + 0.15 * room && y < scroller.scrollTop + 0.8 * room;
  if (!isSeen) scroller.scrollTop = y - 0.4 * room;
}

/** A canvas has pixels of its own: as many as the screen has for it. */
function sharpen(context: CanvasRenderingContext2D, { width, height }: Scene): void {
  const scale = window.devicePixelRatio;
  context.canvas.width = Math.round(width * scale);
  context.canvas.height = Math.round(height * scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
}

function zoomOnWheel(event: WheelEvent): void {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoomBy(event.deltaY < 0 ? 1.15 : 0.87);
}

let pulled = 0;

function beginPull(): void {
  pulled = 0;
}

/** Pulls the diagram along with the pointer. */
function pull(scroller: HTMLDivElement | null, event: PointerEvent): void {
  if (scroller === null || event.buttons !== 1) return;
  pulled += Math.abs(event.movementX) + Math.abs(event.movementY);
  scroller.scrollBy(-event.movementX, -event.movementY);
}

/** A pull ends with a click that means nothing else. */
function wasPulled(): boolean {
  return pulled > 4;
}
