import { day, minute, RandomStreams, type Duration, type RandomStream } from '../../kernel/index.ts';
import type { Case } from '../../runner/index.ts';
import type { Bookmark, MarkedMoment, Moment, Question, Step, Variant } from '../../scenario/index.ts';
import { renamedIn, shiftedClocks } from './other-words.ts';

/** Machines that an office of the time had. */
const offices = ['ACCOUNTS', 'COUNTER', 'FRONTDESK', 'LIBRARY', 'MAILROOM', 'PAYROLL', 'STOCK', 'TRAVEL', 'WORKSHOP'];

/** More clients than this are nobody's neighbours. */
const mostRenamed = 40;

const longestShift = 25;

/**
 * The same case as another paper for another pupil: clients have other names, the steps happen some minutes later, and
 * all chance from the scenario's start on is drawn from the seed. With the variant's own seed it is the case as it is
 * written. What the scenario expects is left out, for it speaks of the times of the file.
 */
export function paperOf(one: Case, seed: number): Case {
  const { variant, run, loaded } = one;
  if (seed === variant.seed) return { ...one, seed };
  const chance = new RandomStreams(seed).stream('another paper');
  const names = otherNames(variant, chance);
  const later = chance.integer(1, longestShift) * minute;
  const rename = <Value>(value: Value): Value => renamedIn(value, names);
  const { title, description } = loaded.scenario;
  return {
    ...one,
    seed,
    loaded: { ...loaded, scenario: { ...loaded.scenario, ...rename({ title, description }) } },
    variant: varied(variant, rename, later),
    run: rename(run),
  };
}

function varied(variant: Variant, rename: <Value>(value: Value) => Value, later: Duration): Variant {
  const done = (steps: readonly Step[]): readonly Step[] =>
    steps.filter(({ verb }) => verb.name !== 'expect').map((step) => variedStep(step, rename, later));
  const moved = <Marked extends Bookmark | Question>(marked: Marked): Marked => {
    const { place, ...words } = marked;
    return {
      ...renamedWords(words, rename, later),
      moment: rename(movedMoment(marked.moment, later)),
      place,
    } as Marked;
  };
  return {
    ...variant,
    site: rename(variant.site),
    traits: rename(variant.traits),
    steps: done(variant.steps),
    added: done(variant.added),
    expectations: [],
    bookmarks: variant.bookmarks.map(moved),
    exam: variant.exam.map((question) => movedRow(moved(question), later)),
  };
}

/** What people read tells the new times as well; what programs read has none of the scenario's. */
function renamedWords<Words extends object>(words: Words, rename: <V>(value: V) => V, later: Duration): Words {
  const renamed = rename(words) as Record<string, unknown>;
  for (const key of ['ask', 'note']) {
    const text = renamed[key];
    if (typeof text === 'string') renamed[key] = shiftedClocks(text, later);
  }
  return renamed as Words;
}

function variedStep(step: Step, rename: <Value>(value: Value) => Value, later: Duration): Step {
  const { verb, place, timing, expected, ...words } = step;
  const { at, until, ...rest } = timing;
  const given = verb.name === 'run until' && typeof step.given === 'string' ? shiftedClocks(step.given, later) : null;
  return {
    ...rename(words),
    ...(given === null ? {} : { given }),
    verb,
    place,
    expected,
    timing: {
      ...rename(rest),
      ...(at === undefined ? {} : { at: moved(at, later) }),
      ...(until === undefined ? {} : { until: moved(until, later) }),
    },
  };
}

function movedRow(question: Question, later: Duration): Question {
  const { asked } = question;
  return asked.kind === 'row'
    ? { ...question, asked: { ...asked, moment: movedMoment(asked.moment, later) } }
    : question;
}

function movedMoment(moment: MarkedMoment, later: Duration): MarkedMoment {
  return 'at' in moment ? { at: moved(moment.at, later) } : moment;
}

function moved(moment: Moment, later: Duration): Moment {
  const clock = (moment.clock ?? 0) + later;
  const days = Math.floor(clock / day);
  return {
    ...(moment.day === undefined ? {} : { day: moment.day + days }),
    ...(moment.date === undefined ? {} : { date: moment.date + days }),
    clock: clock - days * day,
  };
}

/** A drawn name for each client; none that a computer of the site has already. */
function otherNames({ site }: Variant, chance: RandomStream): ReadonlyMap<string, string> {
  const taken = new Set(site.computers.map(({ name }) => name.toUpperCase()));
  const clients = site.computers.filter(({ role }) => role === 'client').slice(0, mostRenamed);
  const names = new Map<string, string>();
  for (const { name } of clients) {
    let other = '';
    do other = `${offices[chance.integer(0, offices.length - 1)] ?? ''}${chance.integer(1, 99)}`;
    while (taken.has(other));
    taken.add(other);
    names.set(name, other);
  }
  return names;
}
