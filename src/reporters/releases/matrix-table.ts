import type { Cell } from '../../analysis/index.ts';
import type { Paint } from '../report.ts';
import { notesOn } from './notes.ts';
import { cellTally, counted, effort, type MatrixReport, type MeasuredRow } from './report.ts';

/** A table for each row: what was measured on each release, below it what the article claims. */
export function matrixTable(report: MatrixReport, paint: Paint): string {
  const lines = report.rows.flatMap((one, index) => {
    const follows = report.rows[index - 1]?.row.loaded === one.row.loaded;
    return [...(follows ? [] : [headingOf(one)]), ...rowLines(one, paint), ''];
  });
  return `${[...lines, ...closing(report, paint)].join('\n')}\n`;
}

function headingOf({ row }: MeasuredRow): string {
  const { kb, title, file } = row.loaded.scenario;
  return `${kb ?? file}  ${title}`;
}

type Line = readonly { readonly text: string; readonly colour: 'good' | 'bad' | 'faint' | undefined }[];

function rowLines(measured: MeasuredRow, paint: Paint): readonly string[] {
  const label = measured.row.label === '' ? [] : [`  ${measured.row.label}`];
  if (measured.cells.length === 0) return [...label, '  not measured'];
  const lines = measured.row.mixed ? gridOf(measured) : lineOf(measured);
  const widths = (lines[0] ?? []).map((_cell, at) => Math.max(...lines.map((line) => line[at]?.text.length ?? 0)));
  const shown = lines.map((line) => {
    const cells = line.map(({ text, colour }, at) => {
      const padded = at === line.length - 1 ? text : text.padEnd(widths[at] ?? 0);
      return colour === undefined ? padded : paint[colour](padded);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
  return [...label, ...shown, ...measured.cells.flatMap((cell) => notesOn(cell, paint))];
}

function lineOf({ row, cells }: MeasuredRow): readonly Line[] {
  const names = row.places.map(({ run }) => run.roles.site);
  const isUpgrade = row.places.some(({ telling }) => telling.told.installs !== undefined);
  const lines = [
    heads([isUpgrade ? 'from' : '', ...names]),
    sayingLine('measured', cells),
    claimLine('article', cells),
  ];
  return [...lines, ...parameterLines(row.label, cells)];
}

/** The parameters of cells that come from several rows of a parameter table, less what the heads say already. */
function parameterLines(label: string, cells: readonly Cell[]): readonly Line[] {
  const played = cells.filter(({ place }) => place.meant);
  if (new Set(played.map(({ place }) => JSON.stringify(place.telling.told.parameters))).size < 2) return [];
  const names = [...new Set(played.flatMap(({ place }) => Object.keys(place.telling.told.parameters)))];
  const isSaid = (name: string): boolean =>
    played.every((cell) => {
      const value = parameterOf(cell, name);
      return value === cell.place.run.roles.site || label.endsWith(` ${value}`);
    });
  const told = names.filter((name) => !isSaid(name));
  return told.map((name) => faint([name, ...cells.map((cell) => parameterOf(cell, name))]));
}

function parameterOf({ place }: Cell, name: string): string {
  return place.meant ? String(place.telling.told.parameters[name] ?? '') : '';
}

/** One pair of lines for each release of the site, one column for each of the clients. */
function gridOf({ row, cells }: MeasuredRow): readonly Line[] {
  const sites = [...new Set(row.places.map(({ run }) => run.roles.site))];
  const clients = [...new Set(row.places.map(({ run }) => run.roles.clients))];
  const lines = sites.flatMap((site) => {
    const own = cells.filter(({ place }) => place.run.roles.site === site);
    return own.every(({ place }) => !place.meant) ? [] : [sayingLine(`site ${site}`, own), claimLine('  article', own)];
  });
  return [heads(['', ...clients.map((name) => `clients ${name}`)]), ...lines];
}

function heads(texts: readonly string[]): Line {
  return texts.map((text) => ({ text, colour: undefined }));
}

function sayingLine(head: string, cells: readonly Cell[]): Line {
  return [{ text: head, colour: undefined }, ...cells.map((cell) => ({ text: cell.says, colour: colourOf(cell) }))];
}

function claimLine(head: string, cells: readonly Cell[]): Line {
  return faint([head, ...cells.map(({ place }) => place.claim)]);
}

function faint(texts: readonly string[]): Line {
  return texts.map((text) => ({ text, colour: 'faint' }));
}

function colourOf({ says, reason }: Cell): 'good' | 'bad' | undefined {
  if (says === 'cure') return 'good';
  if (says === 'contradicts the KB') return reason === undefined ? 'bad' : undefined;
  return says === 'limit' || says === 'fault' ? 'bad' : undefined;
}

function closing(report: MatrixReport, paint: Paint): readonly string[] {
  const cells = report.rows.flatMap((row) => row.cells);
  const tally = cellTally(cells);
  const parts = Object.entries(tally.cells).flatMap(([saying, count]) => (count === 0 ? [] : [`${count} ${saying}`]));
  const left = report.notRun === 0 ? [] : [paint.bad(`${report.notRun} not measured: interrupted`)];
  const scenarios = new Set(report.rows.map(({ row }) => row.loaded)).size;
  const over = `${counted(cells.length, 'cell')} of ${counted(scenarios, 'scenario')}`;
  return [[over, ...parts, ...left].join(', '), paint.faint(effort(tally, report.elapsed))];
}
