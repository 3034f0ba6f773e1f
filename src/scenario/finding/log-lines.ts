import { logFolder } from '../../simulation/index.ts';
import {
  fileName,
  parseLogLine,
  parseSms12LogLine,
  systemOpener,
  type Computer,
  type LogLine,
} from '../../world/index.ts';
import { fitsWildcard, matches } from '../patterns.ts';
import type { Play } from '../play.ts';
import { seenText } from './seen-files.ts';
import { withinReadings, type Window } from './windows.ts';

/** A line of a log file with the place where it stands. */
export interface FoundLine extends LogLine {
  readonly computer: string;
  readonly file: string;
}

/** Which lines are looked for. */
export interface LineWish extends Window {
  readonly on?: string | undefined;
  readonly file?: string | undefined;
}

/** The log files that are meant: on one computer or all, by name in the log folders or by full path. */
export function logFiles(
  play: Play,
  wish: LineWish,
): readonly { readonly computer: Computer; readonly path: string }[] {
  const computers = wish.on === undefined ? [...play.world.computers.values()] : [play.world.mustHave(wish.on)];
  return computers.flatMap((computer) => pathsOn(play, computer, wish.file ?? '*').map((path) => ({ computer, path })));
}

/**
 * The lines as they stand in the files on disk, that of a full log that was put aside first. Only lines whose raw text
 * fits a pattern are taken apart: logs are long and are looked at often. Times are the stamps of the lines.
 */
export function logLines(play: Play, wish: LineWish, fits: (text: string) => boolean): readonly FoundLine[] {
  return logFiles(play, wish).flatMap(({ computer, path }) => {
    const inside = withinReadings(play, wish, computer);
    const text = seenText(computer, path);
    const raw = text.ok ? text.value.split('\r\n') : [];
    return raw.flatMap((line): readonly FoundLine[] => {
      const end = line.lastIndexOf('  $$<');
      if (end === -1 || !fits(line.slice(0, end))) return [];
      const read = parseLogLine(line) ?? parseSms12LogLine(line);
      if (read === undefined || !inside(read.time)) return [];
      return [{ ...read, computer: computer.name, file: fileName(path) }];
    });
  });
}

/** Whether a text fits one of several patterns. */
export function fitsOne(patterns: readonly string[]): (text: string) => boolean {
  return (text) => patterns.some((pattern) => matches(pattern, text));
}

const logSides = ['server', 'client', 'logon point', 'setup'] as const;

function pathsOn(play: Play, computer: Computer, file: string): readonly string[] {
  const slash = file.lastIndexOf('\\');
  const folders =
    slash === -1
      ? [...new Set(logSides.map((side) => logFolder(play.simulation, computer, side)))]
      : [file.slice(0, slash)];
  const name = file.slice(slash + 1);
  return folders.flatMap((folder) => {
    const listed = computer.files.list(systemOpener, folder);
    const found = listed.ok ? listed.value.filter((one) => isLog(one.name, name)).map((one) => one.path) : [];
    return found.toSorted(asideFirst);
  });
}

/** Dataldr.log and, when it was full once, Dataldr.lo_ (Q241001). */
function isLog(name: string, wanted: string): boolean {
  return fitsWildcard(wanted, name) || (/\.lo_$/i.test(name) && fitsWildcard(wanted, `${name.slice(0, -1)}g`));
}

function asideFirst(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => (path.endsWith('_') ? `${path.slice(0, -1)} ` : path));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
