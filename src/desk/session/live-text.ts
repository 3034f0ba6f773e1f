import {
  playedScenarioText,
  readEvent,
  type DeedNames,
  type ReadEvent,
  type ScenarioPlay,
  type Variant,
} from '../../scenario/index.ts';
import type { Session } from './session.ts';

/** Names that a deed may use at this moment. */
export function deedNames(play: ScenarioPlay, variant: Variant): DeedNames {
  const { product, options } = play.simulation;
  const computers = [...play.world.computers.values()].map((computer) => computer.name);
  const sites = [...play.world.sites.keys()];
  return { variant, product, otherProducts: options.otherProducts ?? [], computers, sites };
}

/** An event to wait for, as the scenario language writes it. */
export function readLiveEvent(session: Session, text: string): ReadEvent {
  return readEvent(text, deedNames(session.play, session.case.variant));
}

/** A scenario file whose run does what was done in the branch one stands in until now. */
export function sessionScenario(session: Session, heading: readonly string[]): string {
  const { variant, run, loaded } = session.case;
  const { play, now } = session;
  return playedScenarioText({
    text: loaded.text,
    ...{ variant, run, now },
    posted: play.posted,
    heading: play.seed === variant.seed ? heading : [...heading, `Run it with --seed ${play.seed}.`],
  });
}
