import type { FilmSource } from '../film/film.ts';
import type { FilmReader } from '../film/film-reader.ts';

/** Where the rules of a turn come from. */
export interface Provenance {
  /** Of the transitions that it took and the delays that ended in it. */
  readonly ofTurn: readonly FilmSource[];
  /** Of what else the components of the turn rest on: formats, traits, defaults. */
  readonly ofComponents: readonly FilmSource[];
}

export function provenanceOf(reader: FilmReader, turn: number): Provenance {
  const records = reader.recordsOfTurn(turn);
  const components = new Set(records.map(({ process }) => process.split('/')[1]).filter((name) => name !== undefined));
  const names = new Set(
    records.flatMap(({ process, kind, subject }) => {
      const component = process.split('/')[1] ?? '';
      if (kind === 'transition') return [`${component}: ${subject}`];
      const delay = kind === 'delivery' ? /^xstate\.after\.(.*?)\.[^.]*(?:\.|$)/.exec(subject)?.[1] : undefined;
      return delay === undefined ? [] : [`${component}: delay "${delay}"`];
    }),
  );
  const ofTurn = reader.film.sources.filter(({ name }) => names.has(name));
  const rest = reader.film.sources.filter(({ name }) => !names.has(name) && !name.includes(' --'));
  return { ofTurn, ofComponents: rest.filter(({ name }) => components.has(name.slice(0, name.indexOf(': ')))) };
}
