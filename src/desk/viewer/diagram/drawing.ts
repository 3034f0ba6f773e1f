import type { FilmReader } from '../../film/film-reader.ts';
import { dateInWords, dayOf, inUnits, thousandths, timeOfDay } from '../clock.ts';
import { headline } from '../headline.ts';
import { shortly } from '../sentence.tsx';
import { heightOf, rowAt, type ArrowLine, type Row, type TimeLayout } from './time-layout.ts';

/** Everything that a picture of the diagram depends on. */
export interface Scene {
  readonly reader: FilmReader;
  readonly layout: TimeLayout;
  readonly turn: number;
  readonly chain: ReadonlySet<number>;
  readonly found: ReadonlySet<number>;
  readonly columns: Columns;
  /** Size of what is seen, and how far it is scrolled. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly rowHeight: number;
  /** Size of a rem in pixels. */
  readonly rem: number;
  readonly style: CSSStyleDeclaration;
}

/** Where the parts of the diagram stand across its width. */
export interface Columns {
  /** Width of the times at the left. */
  readonly times: number;
  /** Middle of each lane. */
  readonly lanes: readonly number[];
  /** Where the words begin; null where there is no room for any. */
  readonly words: number | null;
}

/** Shares the width among times, lanes and words; words that would have little room are left out. */
export function columnsOf(width: number, lanes: number, rem: number): Columns {
  const times = 6.5 * rem;
  const narrow = Math.max(8.5 * rem, Math.min(16 * rem, (width - times) / (lanes + 3)));
  const end = times + narrow * lanes;
  const hasWords = width - end > 15 * rem;
  const laneWidth = hasWords ? narrow : Math.max(6.5 * rem, (width - times) / lanes);
  return {
    times,
    lanes: Array.from({ length: lanes }, (_, index) => times + laneWidth * (index + 0.5)),
    words: hasWords ? end : null,
  };
}

/** Draws the part of the diagram that is in sight. */
export function draw(context: CanvasRenderingContext2D, scene: Scene): void {
  context.clearRect(0, 0, scene.width, scene.height);
  const from = Math.max(0, rowAt(scene.layout.rows, scene.top - 60) - 2);
  const to = rowAt(scene.layout.rows, scene.top + scene.height + 60) + 2;
  const rows = scene.layout.rows.slice(from, to + 1);
  drawSelection(context, scene);
  drawLanes(context, scene);
  drawStrips(context, scene);
  drawFolds(context, scene);
  drawChain(context, scene);
  for (const line of scene.layout.arrows) if (isInSight(line, scene)) drawArrow(context, scene, line);
  drawTimes(context, scene, rows);
  for (const row of rows) drawRow(context, scene, row);
}

function isInSight({ fromY, toY }: ArrowLine, { top, height }: Scene): boolean {
  return toY >= top - 40 && fromY <= top + height + 40;
}

function colour(scene: Scene, name: string): string {
  return scene.style.getPropertyValue(`--${name}`);
}

function drawSelection(context: CanvasRenderingContext2D, scene: Scene): void {
  const height = Math.max(6, Math.min(scene.rowHeight, 2 * scene.rem));
  const y = heightOf(scene.layout, scene.turn) - scene.top - height / 2;
  context.fillStyle = colour(scene, 'accent-soft');
  context.fillRect(0, y, scene.width, height);
  context.fillStyle = colour(scene, 'accent');
  context.fillRect(0, y, 0.25 * scene.rem, height);
}

function drawLanes(context: CanvasRenderingContext2D, scene: Scene): void {
  context.strokeStyle = colour(scene, 'line-strong');
  context.lineWidth = 1.5;
  for (const x of scene.columns.lanes) {
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, Math.min(scene.height, scene.layout.height - scene.top));
    context.stroke();
  }
}

/** Silences interrupt the lanes. */
function drawStrips(context: CanvasRenderingContext2D, scene: Scene): void {
  context.fillStyle = colour(scene, 'raised');
  for (const { y, height } of scene.layout.folds) context.fillRect(0, y - scene.top, scene.width, height);
}

function drawFolds(context: CanvasRenderingContext2D, scene: Scene): void {
  for (const fold of scene.layout.folds) {
    const y = fold.y - scene.top;
    if (y + fold.height < 0 || y > scene.height) continue;
    if (fold.height < 1.25 * scene.rem) continue;
    const day = dayOf(scene.reader, fold.to);
    const until = day === dayOf(scene.reader, fold.from) ? '' : `; day ${day}, ${dateInWords(scene.reader, fold.to)}`;
    context.font = `italic ${0.8 * scene.rem}px ${colour(scene, 'sans')}`;
    context.fillStyle = colour(scene, 'quiet');
    context.textBaseline = 'middle';
    const looks =
      fold.turns === 0 ? '' : ` (${fold.turns === 1 ? '1 turn only looks' : `${fold.turns} turns only look`})`;
    const words = `nothing changes for ${inUnits(fold.to - fold.from)}${looks}${until}`;
    context.fillText(words, 0.75 * scene.rem, y + fold.height / 2);
  }
}

/** The way of the cause chain: from turn to turn, along lanes and across. */
function drawChain(context: CanvasRenderingContext2D, scene: Scene): void {
  const rows = scene.layout.rows.filter(({ turn, lane }) => lane >= 0 && scene.chain.has(turn));
  context.strokeStyle = colour(scene, 'cause');
  context.lineWidth = 0.3 * scene.rem;
  context.lineJoin = 'round';
  context.globalAlpha = 0.35;
  context.beginPath();
  for (const [index, row] of rows.entries()) {
    const x = scene.columns.lanes[row.lane] ?? 0;
    if (index === 0) context.moveTo(x, row.y - scene.top);
    else context.lineTo(x, row.y - scene.top);
  }
  context.stroke();
  context.globalAlpha = 1;
}

const arrowColours = { message: 'message', 'file copy': 'copy', 'file read': 'read', registry: 'registry' } as const;

function drawArrow(context: CanvasRenderingContext2D, scene: Scene, { arrow, fromY, toY }: ArrowLine): void {
  const [x1, x2] = [scene.columns.lanes[arrow.from] ?? 0, scene.columns.lanes[arrow.to] ?? 0];
  const [y1, y2] = [fromY - scene.top, toY - scene.top];
  const isCause = scene.chain.has(arrow.turn);
  context.strokeStyle = colour(scene, isCause ? 'cause' : arrowColours[arrow.kind]);
  context.fillStyle = context.strokeStyle;
  context.lineWidth = (isCause ? 0.17 : 0.11) * scene.rem;
  context.setLineDash(arrow.kind === 'file read' ? [6, 4] : []);
  context.beginPath();
  context.moveTo(x1, y1);
  if (x1 === x2) {
    const out = 2 * scene.rem;
    context.bezierCurveTo(x1 + out, y1 - 0.5 * scene.rem, x2 + out, y2 + 0.5 * scene.rem, x2, y2);
  } else context.lineTo(x2, y2);
  context.stroke();
  context.setLineDash([]);
  drawHead(context, scene, x1 === x2 ? [x2 + scene.rem, y2 + 0.4 * scene.rem] : [x1, y1], [x2, y2]);
  if (scene.rowHeight >= 0.9 * scene.rem) drawLabel(context, scene, arrow.label, [x1, y1, x2, y2]);
}

type Point = readonly [x: number, y: number];

function drawHead(context: CanvasRenderingContext2D, scene: Scene, from: Point, to: Point): void {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const size = 0.55 * scene.rem;
  context.beginPath();
  context.moveTo(to[0], to[1]);
  for (const side of [-0.4, 0.4]) {
    context.lineTo(to[0] - size * Math.cos(angle + side), to[1] - size * Math.sin(angle + side));
  }
  context.fill();
}

function drawLabel(
  context: CanvasRenderingContext2D,
  scene: Scene,
  label: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  context.font = `${0.78 * scene.rem}px ${colour(scene, 'sans')}`;
  context.textBaseline = 'middle';
  const isLoop = x1 === x2;
  const room = isLoop ? 9 * scene.rem : Math.abs(x2 - x1) - scene.rem;
  const text = shortened(context, label, room);
  const width = context.measureText(text).width;
  const x = isLoop ? x1 + 1.8 * scene.rem : (x1 + x2) / 2 - width / 2;
  const height = 0.9 * scene.rem;
  const y = (y1 + y2) / 2 - (isLoop ? 0 : 0.6 * scene.rem);
  context.save();
  context.fillStyle = colour(scene, 'surface');
  context.fillRect(x - 3, y - height / 2, width + 6, height);
  context.restore();
  context.fillText(text, x, y + 0.5);
}

/** Times at the left; one stands for all turns of its second, and none where it would cover another. */
function drawTimes(context: CanvasRenderingContext2D, scene: Scene, rows: readonly Row[]): void {
  context.font = `${0.8 * scene.rem}px ${colour(scene, 'mono')}`;
  context.textBaseline = 'middle';
  let [said, below] = ['', -Infinity];
  for (const row of rows) {
    const text = `${timeOfDay(scene.reader, row.time)}${thousandths(scene.reader, row.time)}`;
    const y = row.y - scene.top;
    if (text === said || y < below) continue;
    context.fillStyle = colour(scene, row.turn === scene.turn ? 'accent' : 'quiet');
    context.fillText(text, 0.75 * scene.rem, y);
    [said, below] = [text, y + 1.1 * scene.rem];
  }
}

function drawRow(context: CanvasRenderingContext2D, scene: Scene, row: Row): void {
  const y = row.y - scene.top;
  const isHere = row.turn === scene.turn;
  const x = scene.columns.lanes[row.lane];
  if (x !== undefined) {
    const radius = Math.min(isHere ? 0.5 * scene.rem : 0.3 * scene.rem, Math.max(1.5, scene.rowHeight / 2));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour(scene, isHere ? 'accent' : scene.chain.has(row.turn) ? 'cause' : 'line-strong');
    context.fill();
    if (scene.found.has(row.turn)) ring(context, scene, x, y);
  }
  if (scene.columns.words === null || scene.rowHeight < 0.95 * scene.rem) return;
  const known = scene.chain.has(row.turn) ? 'cause' : 'text';
  context.font = `${isHere ? 'bold ' : ''}${0.82 * scene.rem}px ${colour(scene, 'sans')}`;
  context.fillStyle = colour(scene, isHere ? 'accent' : known);
  context.textBaseline = 'middle';
  const room = scene.width - scene.columns.words - scene.rem;
  context.fillText(
    shortened(context, shortly(scene.reader, headline(scene.reader, row.turn)), room),
    scene.columns.words,
    y,
  );
}

function ring(context: CanvasRenderingContext2D, scene: Scene, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 0.7 * scene.rem, 0, 2 * Math.PI);
  context.strokeStyle = colour(scene, 'warning');
  context.lineWidth = 0.2 * scene.rem;
  context.stroke();
}

function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  const fits = (length: number): boolean => context.measureText(`${text.slice(0, length)}…`).width <= room;
  if (context.measureText(text).width <= room) return text;
  let length = Math.max(1, Math.ceil((text.length * room) / context.measureText(text).width));
  while (length > 1 && !fits(length)) length--;
  return `${text.slice(0, length)}…`;
}
