import { describe, expect, it } from 'vitest';
import type { TraceKind } from '../../../src/kernel/index.ts';
import { recordColumns } from '../../../src/desk/film/camera/record-columns.ts';
import { Texts } from '../../../src/desk/film/camera/texts.ts';
import type { Film } from '../../../src/desk/film/film.ts';
import { FilmReader } from '../../../src/desk/film/film-reader.ts';
import { alignmentOf } from '../../../src/desk/report/alignment.ts';

/** A turn in short: process, message, minute, and the number of the turn that led to it. */
type Short = readonly [process: string, message: string, minute: number, cause?: number];

function reader(...turns: readonly Short[]): FilmReader {
  const texts = new Texts();
  const records = turns.map(([process, subject, minute, cause = 0], index) => ({
    ...{ record: index + 1, turn: index + 1, cause, time: minute * 60_000, process, subject, detail: '' },
    kind: 'delivery' as TraceKind,
  }));
  const film = { format: 1, links: [], records: recordColumns(records, texts), strings: texts.all() };
  return new FilmReader(film as unknown as Film);
}

describe('two runs side by side', () => {
  it.each([
    [
      'the same turns',
      [
        ['A', 'go', 0],
        ['B', 'on', 1, 1],
      ],
      [
        ['A', 'go', 0],
        ['B', 'on', 1, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'what came of the same cause, at another time',
      [
        ['A', 'go', 0],
        ['B', 'on', 1, 1],
      ],
      [
        ['A', 'go', 0],
        ['C', 'else', 2],
        ['B', 'on', 9, 1],
      ],
      [
        [1, 1],
        [2, 3],
      ],
    ],
    [
      'of several consequences of one turn the first with the first',
      [
        ['A', 'go', 0],
        ['B', 'on', 1, 1],
        ['B', 'on', 2, 1],
      ],
      [
        ['A', 'go', 0],
        ['B', 'on', 5, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'nothing where the causes differ',
      [
        ['A', 'go', 0],
        ['C', 'x', 1, 1],
      ],
      [
        ['B', 'go', 0],
        ['C', 'x', 2, 1],
      ],
      [],
    ],
    [
      'what happens at the same instant, though its causes differ',
      [
        ['A', 'go', 0],
        ['C', 'wake', 7, 1],
      ],
      [
        ['B', 'go', 0],
        ['C', 'wake', 7, 1],
      ],
      [[2, 2]],
    ],
    [
      'no turns that have changed places',
      [
        ['A', 'go', 0],
        ['B', 'go', 1],
        ['C', 'go', 2],
      ],
      [
        ['B', 'go', 0],
        ['C', 'go', 1],
        ['A', 'go', 2],
      ],
      [
        [2, 1],
        [3, 2],
      ],
    ],
  ] as const)('pair %s', (_name, first, second, pairs) => {
    expect(alignmentOf(reader(...(first as readonly Short[])), reader(...(second as readonly Short[])))).toEqual(pairs);
  });
});
