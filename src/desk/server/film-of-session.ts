import { isoTime } from '../../kernel/index.ts';
import type { CaseResult } from '../../runner/index.ts';
import { toLocal } from '../../world/index.ts';
import { FilmCamera, longestFilm, type FilmAdditions, type FilmPage } from '../film/index.ts';
import type { Session } from '../session/index.ts';

/** The film of a session up to now, played again before the camera; afterwards the session stands as before. */
export function filmOfSession(session: Session, additions: FilmAdditions): FilmPage {
  let camera: FilmCamera | undefined;
  session.replay((play) => {
    const own = new FilmCamera(play);
    camera = own;
    return (records) => {
      if (play.simulation.turn > session.firstTurn + longestFilm.turns) own.cut();
      own.turnTaken(records);
    };
  });
  if (camera === undefined) throw new Error('a session that was played again was watched');
  const { records, looks, writes, zone, firstTurn } = session;
  const { start } = session.case.variant.site;
  const footage = { result: resultOf(session), records, looks, writes, start, zone, firstTurn };
  return { films: [camera.film(footage, additions)], alignment: [] };
}

/** A session as a result: nothing was expected, so only deeds that could not be done speak against it. */
function resultOf(session: Session): CaseResult {
  const { loaded, variant, run, seed } = session.case;
  const { title, file, kb } = loaded.scenario;
  const { simulation, mismatches } = session.play;
  const onSite = (time: number): string => isoTime(toLocal(session.zone, time));
  return {
    ...{ scenario: title, file, kb: kb ?? null, release: run.name, variant: variant.name },
    verdict: mismatches.length === 0 ? 'as expected' : 'mismatch',
    ...{ seed, turns: session.turn, head: simulation.trace.head() },
    mismatches: mismatches.map(({ expectation, actual, line, column, turn, time }) => {
      return { expectation, actual, line, column, turn, time: onSite(time) };
    }),
    end: onSite(session.now),
    foundations: [...simulation.foundations],
    edges: simulation.covered.edges(),
  };
}
