import { restingStatesOf } from '../simulation/index.ts';
import type { FrameCheck } from './check-frame.ts';
import { didYouMean } from './did-you-mean.ts';
import { askedShape } from './exam-file.ts';
import { isMapping, valueAt, type Path } from './source.ts';

const asking = Object.keys(askedShape);

/** Reports what is wrong with bookmarks and questions beyond their shape. */
export function checkExam(check: FrameCheck): void {
  for (const path of itemsOf(check, 'bookmarks')) {
    checkMoment(check, path, 'bookmark');
    checkVariantsOf(check, path);
  }
  for (const path of itemsOf(check, 'exam')) {
    checkMoment(check, path, 'question');
    checkVariantsOf(check, path);
    checkAsked(check, path);
    checkChoices(check, path);
    checkStates(check, path);
    if (isMapping(valueAt(check.frame, [...path, 'row']))) checkMoment(check, [...path, 'row'], 'row');
  }
}

function itemsOf({ frame }: FrameCheck, key: string): readonly Path[] {
  const list = frame[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => (isMapping(item) ? [[key, index]] : []));
}

function checkMoment({ source, frame }: FrameCheck, path: Path, what: string): void {
  const item = valueAt(frame, path) as object;
  const [has, hasToo] = ['at', 'when'].filter((key) => key in item);
  if (hasToo !== undefined) {
    source.report('SM031', `a ${what} has at or when, not both`, [...path, hasToo], { at: 'key' });
  } else if (has === undefined) {
    const hint = what === 'row' ? "when it is read: at: '09:05'" : "at: '09:05', or when: { step: the request }";
    source.report('SM035', `this ${what} needs at or when`, path, { at: 'key', hint });
  }
}

function checkVariantsOf({ source, frame, raw }: FrameCheck, path: Path): void {
  const names = isMapping(raw['variants']) ? Object.keys(raw['variants']) : ['procedure'];
  const given = valueAt(frame, [...path, 'variants']);
  for (const [index, name] of (Array.isArray(given) ? (given as readonly unknown[]) : []).entries()) {
    if (typeof name !== 'string' || names.includes(name)) continue;
    const hint = didYouMean(name, names);
    source.report('SM030', `this file has no variant "${name}"`, [...path, 'variants', index], { hint });
  }
}

function checkAsked({ source, frame }: FrameCheck, path: Path): void {
  const item = valueAt(frame, path) as object;
  const [has, hasToo] = Object.keys(item).filter((key) => asking.includes(key));
  if (hasToo !== undefined) {
    const message = `a question asks for one thing, and this asks for "${String(has)}" already`;
    source.report('SM036', message, [...path, hasToo], { at: 'key', hint: 'write them as two questions' });
  } else if (has === undefined) {
    source.report('SM036', 'this question asks for nothing', path, { at: 'key', hint: `known: ${asking.join(', ')}` });
  }
}

/** One choice would be the answer; a whole line of a log is more than anybody types. */
function checkChoices({ source, frame }: FrameCheck, path: Path): void {
  const choices = valueAt(frame, [...path, 'choices']);
  const at = [...path, 'choices'];
  if (choices === 1) source.report('SM015', 'one choice is no question', at, { hint: '0 lets the answer be typed' });
  if (choices === 0 && valueAt(frame, [...path, 'next line']) !== undefined) {
    source.report('SM015', 'a line of a log is chosen, not typed', at, { hint: 'write 2 or more' });
  }
}

function checkStates({ source, frame, product }: FrameCheck, path: Path): void {
  const at = [...path, 'next state', 'among'];
  const component = valueAt(frame, [...path, 'next state', 'component']);
  const machine = product.components.find((one) => one.name === component)?.machine;
  const given = valueAt(frame, at);
  if (machine === undefined || !Array.isArray(given)) return;
  const known = restingStatesOf(machine);
  for (const [index, state] of given.entries()) {
    if (typeof state !== 'string' || known.includes(state)) continue;
    const message = `${String(component)} has no state "${state}"`;
    source.report('SM034', message, [...at, index], { hint: didYouMean(state, known) });
  }
}
