import type { FilmReader } from '../film/film-reader.ts';
import { reader } from './desk-state.ts';

/** Who a sentence is about, and what it says of it. */
export interface Said {
  readonly who: string;
  readonly what: string;
}

const known = new WeakMap<FilmReader, ReadonlySet<string>>();

/** Takes a sentence apart: `COMPUTER/component: deleted ...`; who is empty where it begins with no program. */
export function saidOf(of: FilmReader, sentence: string): Said {
  let programs = known.get(of);
  if (programs === undefined) known.set(of, (programs = programsOf(of)));
  for (const match of sentence.matchAll(/:? /g)) {
    const who = sentence.slice(0, match.index);
    if (programs.has(who)) return { who, what: sentence.slice(match.index + match[0].length) };
    if (match.index > 80) break;
  }
  return { who: '', what: sentence };
}

function programsOf({ film }: FilmReader): ReadonlySet<string> {
  const ids = film.processes.map(({ id }) => id);
  return new Set([...ids, ...film.computers.map(({ name }) => name), 'the scenario', 'scenario', 'world']);
}

/** The same in few words: the computer goes, for its lane tells it, and of a path stays its end. */
export function shortly(of: FilmReader, sentence: string): string {
  const { who, what } = saidOf(of, sentence);
  const component = who.split('/').at(-1) ?? '';
  const ended = what
    .replaceAll(/\\\\[\w-]+ (?=[A-Za-z]:)/g, '')
    .replaceAll(/[A-Za-z]:\\(?:[^\\:]+\\)*?(?=[^\\:]+\\[^\\:]+(?:$| \())/g, '');
  return `${component === '' ? '' : `${component}: `}${ended}`;
}

/** A sentence with who it is about set apart. */
export function Sentence({ text, of = reader.value }: { readonly text: string; readonly of?: FilmReader }) {
  const { who, what } = saidOf(of, text);
  return (
    <>
      {who !== '' && <span class="who">{who}</span>} {what}
    </>
  );
}
