import { z } from 'zod';
import { filePlace, type CaseContext } from './case-context.ts';
import { checkCondition } from './check-conditions.ts';
import { checkModifiers } from './check-modifiers.ts';
import { expectationModifiers } from './expectation-file.ts';
import type { Expectation, Hold, Seeds } from './scenario.ts';
import { isMapping, type Path } from './source.ts';
import { milliseconds, parseMoment } from './times.ts';

const modifiersSchema = z.strictObject(expectationModifiers);

type Modifiers = z.infer<typeof modifiersSchema>;

const rules = { shape: expectationModifiers, schema: modifiersSchema, clashing };

/** Reads a list of expectations and reports everything that is wrong with it. */
export function checkExpectations(context: CaseContext, raw: unknown, path: Path): readonly Expectation[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    context.source.report('SM015', 'expect must be a list', path);
    return [];
  }
  return raw.flatMap((item: unknown, index) => checkItem(context, item, [...path, index]) ?? []);
}

function checkItem(context: CaseContext, item: unknown, path: Path): Expectation | undefined {
  const condition = checkCondition(context, item, path, Object.keys(expectationModifiers));
  const modifiers = isMapping(item) ? checkModifiers(context, item, path, rules) : undefined;
  if (condition === undefined || modifiers === undefined) return undefined;
  const hold = holdOf(modifiers);
  const label = modifiers.name ?? describeHold(condition.label, modifiers);
  const place = filePlace(context.source, path);
  return { name: modifiers.name, label, condition, hold, seeds: seedsOf(modifiers), place };
}

/** Modifiers that contradict each other: the key to blame and the sentence. */
function clashing(m: Modifiers): readonly [string, string] | undefined {
  const [, second] = (['at', 'by', 'always', 'never', 'within'] as const).filter((key) => m[key] !== undefined);
  const lasting = m.always === true || m.never === true;
  if (second !== undefined) return [second, 'an expectation has one of at, by, always, never and within'];
  if (m.from !== undefined && !lasting) return ['from', 'from goes with always or never'];
  if (m.until !== undefined && !lasting) return ['until', 'until goes with always or never'];
  if (m.within !== undefined && m.of === undefined)
    return ['within', 'within needs of: the event after which time counts'];
  if (m.of !== undefined && m.within === undefined) return ['of', 'of goes with within'];
  if (m['for every seed'] !== undefined && m['for some seed'] !== undefined) {
    return ['for some seed', 'an expectation holds for every seed or for some seed, not both'];
  }
  return undefined;
}

function holdOf(m: Modifiers): Hold {
  if (m.at !== undefined) return { kind: 'at', moment: parseMoment(m.at) ?? {} };
  if (m.by !== undefined) return { kind: 'by', moment: parseMoment(m.by) ?? {} };
  if (m.within !== undefined && m.of !== undefined)
    return { kind: 'within', duration: milliseconds(m.within), of: m.of };
  if (m.always === undefined && m.never === undefined) return { kind: 'at the end' };
  return {
    kind: m.always === true ? 'always' : 'never',
    ...(m.from === undefined ? {} : { from: parseMoment(m.from) ?? {} }),
    ...(m.until === undefined ? {} : { until: parseMoment(m.until) ?? {} }),
  };
}

function describeHold(label: string, m: Modifiers): string {
  if (m.at !== undefined) return `${label}, at ${m.at}`;
  if (m.by !== undefined) return `${label}, by ${m.by}`;
  if (m.always === true) return `${label}, always`;
  if (m.never === true) return `${label}, never`;
  return m.within === undefined ? label : `${label}, within ${m.within}`;
}

function seedsOf(m: Modifiers): Seeds | undefined {
  if (m['for every seed'] !== undefined) return { quantity: 'every', count: m['for every seed'] };
  return m['for some seed'] === undefined ? undefined : { quantity: 'some', count: m['for some seed'] };
}
