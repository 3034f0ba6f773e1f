import { stringify } from 'yaml';
import { day, formatDuration, isoTime, type Instant } from '../kernel/index.ts';
import { toLocal, toUniversal } from '../world/index.ts';
import type { ReleaseRun, Step, Timing, Variant } from './scenario.ts';
import { isMapping, Source } from './source.ts';
import { withParameters } from './text-values.ts';
import type { Moment } from './times.ts';

/** A live play that is to become a scenario file. */
export interface Played {
  /** Of the file that it began with. */
  readonly text: string;
  readonly variant: Variant;
  readonly run: ReleaseRun;
  /** Steps in the order in which they were posted, each with its time. */
  readonly posted: readonly (readonly [Step, Instant])[];
  readonly now: Instant;
  /** Lines that stand above everything else, without `#`. */
  readonly heading: readonly string[];
}

/**
 * The scenario file whose run does what was done in a live play until now: the same site, then each step at its
 * instant. What was not yet due has not been done; expectations and claims were those of another story.
 */
export function playedScenarioText({ text, variant, run, posted, now, heading }: Played): string {
  const bindings = new Map(Object.entries(variant.parameters));
  const raw = withParameters(new Source('', text).value, bindings);
  const frame = isMapping(raw) ? raw : {};
  const kept = Object.entries(frame).filter(([key]) => keptKeys.includes(key));
  const { zone, start } = variant.site;
  const done = posted.filter(
    ([step, due]) => step.expected.length === 0 && step.verb.clock === undefined && due <= now,
  );
  const clock = new Times(zone, start);
  const steps = [...withNamesOnce(done).map(([step, due]) => stepItem(step, due, clock)), clock.end(now)];
  const scenario = {
    ...Object.fromEntries(kept),
    ...('kb' in frame || 'source' in frame ? {} : { source: 'a live session' }),
    seed: variant.seed,
    ...(variant.traits.length === 0 ? {} : { traits: variant.traits.map(traitItem) }),
    steps,
    variants: { procedure: onRelease(run) },
  };
  const comment = heading.map((line) => `# ${line}\n`).join('');
  return comment + stringify(scenario, { lineWidth: 0, aliasDuplicateObjects: false });
}

const keptKeys: readonly string[] = [
  ...['scenario', 'kb', 'source', 'description', 'site', 'start', 'shuffle ties', 'settings', 'computers'],
];

/** Writes instants as a scenario file does; inside the hour that comes twice a year as spans after the step before. */
class Times {
  readonly #zone: string;
  #cursor: Instant;

  constructor(zone: string, start: Instant) {
    this.#zone = zone;
    this.#cursor = start;
  }

  at(instant: Instant): Readonly<Record<string, string>> {
    const before = this.#cursor;
    this.#cursor = instant;
    const reading = this.#reading(instant);
    return reading === undefined ? { after: formatDuration(instant - before) } : { at: reading };
  }

  end(now: Instant): Readonly<Record<string, string>> {
    const reading = this.#reading(now);
    return reading === undefined ? { 'run for': formatDuration(now - this.#cursor) } : { 'run until': reading };
  }

  #reading(instant: Instant): string | undefined {
    const local = toLocal(this.#zone, instant);
    if (toUniversal(this.#zone, local) !== instant) return undefined;
    return isoTime(local).replace(/\.000$/, '');
  }
}

/** The passes of a repeat carry one name; in a list of steps a name stands once. */
function withNamesOnce(posted: Played['posted']): Played['posted'] {
  const seen = new Set<string>();
  return posted.map(([step, due]) => {
    if (step.name === undefined || !seen.has(step.name)) {
      if (step.name !== undefined) seen.add(step.name);
      return [step, due];
    }
    return [{ ...step, name: undefined }, due];
  });
}

function stepItem(step: Step, due: Instant, clock: Times): Readonly<Record<string, unknown>> {
  const { verb, given, name, mayFail, timing } = step;
  const listens = timing.when !== undefined && timing.at === undefined && timing.after === undefined;
  return {
    ...(listens && timing.due === undefined ? {} : clock.at(due)),
    [verb.name]: given,
    ...(name === undefined ? {} : { name }),
    ...(mayFail ? { 'may fail': true } : {}),
    ...repetition(timing),
  };
}

function repetition({ every, cron, when, delay, times, until }: Timing): Readonly<Record<string, unknown>> {
  return {
    ...(every === undefined ? {} : { every: formatDuration(every) }),
    ...(cron === undefined ? {} : { cron }),
    ...(when === undefined ? {} : { when }),
    ...(delay === undefined ? {} : { delay: formatDuration(delay) }),
    ...(times === undefined ? {} : { times }),
    ...(until === undefined ? {} : { until: momentText(until) }),
  };
}

function momentText(moment: Moment): string {
  const clock = moment.clock === undefined ? '' : isoTime(moment.clock).slice(11);
  const date = moment.date === undefined ? '' : isoTime(moment.date * day).slice(0, 10);
  return `${moment.day === undefined ? date : `day ${moment.day}`} ${clock}`.trim();
}

function traitItem({ computer, ...rest }: Variant['traits'][number]): Readonly<Record<string, unknown>> {
  return computer === undefined ? rest : { ...rest, on: computer };
}

function onRelease({ roles }: ReleaseRun): Readonly<Record<string, unknown>> {
  const { site, clients, named } = roles;
  if (site === clients && Object.keys(named).length === 0) return { releases: [site] };
  return { roles: { site, clients, ...named } };
}
