import { z } from 'zod';
import { filePlace, groupMembers, oneLine, withSortedKeys, type CaseContext } from './case-context.ts';
import { checkCondition } from './check-conditions.ts';
import { checkModifiers } from './check-modifiers.ts';
import { checkValue } from './check-value.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Expected, Step, Timing } from './scenario.ts';
import { isMapping, type Path } from './source.ts';
import { repeatShape, stepModifiers } from './step-file.ts';
import { stepVerbs } from './steps/index.ts';
import { withParameters } from './text-values.ts';
import { milliseconds, parseMoment } from './times.ts';
import type { StepVerb } from './verb.ts';

const modifiersSchema = z.strictObject(stepModifiers);

type Modifiers = z.infer<typeof modifiersSchema>;

const rules = { shape: stepModifiers, schema: modifiersSchema, clashing };

/** Most steps that one scenario may come to when its repeats are written out. */
const mostSteps = 200_000;

/** Reads a list of steps, writes its repeats out, and reports everything that is wrong with it. */
export function checkSteps(
  context: CaseContext,
  raw: unknown,
  path: Path,
  blocks: readonly string[] = [],
): readonly Step[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    context.source.report('SM015', 'steps must be a list', path);
    return [];
  }
  return raw.flatMap((item: unknown, index) => checkStep(context, item, [...path, index], blocks));
}

/** Reads one item of a step list; a repeat comes to many steps. */
export function checkStep(
  context: CaseContext,
  item: unknown,
  path: Path,
  blocks: readonly string[] = [],
): readonly Step[] {
  if (!isMapping(item)) {
    context.source.report('SM014', 'a step is a mapping with a verb', path, { hint: 'write - note: text' });
    return [];
  }
  const modifiers = Object.keys(stepModifiers);
  const verbs = Object.keys(item).filter((key) => !modifiers.includes(key));
  const [verb = '', ...more] = verbs;
  if (verbs.length === 0) {
    context.source.report('SM014', 'this step has no verb', path);
    return [];
  }
  if (verb === 'repeat' || verb === 'for each') return checkBlock(context, item, verb, path, blocks);
  const known = stepVerbs.find((candidate) => candidate.name === verb);
  if (more.length > 0 && known !== undefined) reportStrangers(context, verb, more, path);
  if (known === undefined) return reportUnknown(context, verbs, path);
  return checkVerb(context, item, known, path, blocks);
}

function reportUnknown(context: CaseContext, verbs: readonly string[], path: Path): readonly Step[] {
  const words = [...stepVerbs.map((one) => one.name), 'repeat', 'for each', ...Object.keys(stepModifiers)];
  for (const verb of verbs) {
    if (stepVerbs.some((one) => one.name === verb)) continue;
    context.source.report('SM013', `there is no step "${verb}"`, [...path, verb], {
      at: 'key',
      hint: misplacedModifier(verb) ?? didYouMean(verb, words),
    });
  }
  return [];
}

/** `at 09:00: ...` is how one would say it; the time stands beside the verb. */
function misplacedModifier(verb: string): string | undefined {
  const [, modifier = '', value = ''] = /^(\w+) (.+)$/.exec(verb) ?? [];
  return Object.hasOwn(stepModifiers, modifier) ? `write "${modifier}: ${value}" beside the verb` : undefined;
}

function reportStrangers(context: CaseContext, verb: string, keys: readonly string[], path: Path): void {
  const words = Object.keys(stepModifiers);
  for (const key of keys) {
    const isVerb = stepVerbs.some((one) => one.name === key);
    const hint = isVerb ? 'write them as two steps' : didYouMean(key, words);
    const message = isVerb ? `a step has one verb, and this has "${verb}" already` : `unknown key "${key}"`;
    context.source.report(isVerb ? 'SM014' : 'SM010', message, [...path, key], { at: 'key', hint });
  }
}

function checkVerb(
  context: CaseContext,
  item: Readonly<Record<string, unknown>>,
  verb: StepVerb,
  path: Path,
  blocks: readonly string[],
): readonly Step[] {
  const { source, names, bindings } = context;
  const expected = verb.name === 'expect' ? checkExpected(context, item[verb.name], [...path, verb.name]) : [];
  const given = verb.name === 'expect' ? [] : withSortedKeys(withParameters(item[verb.name], bindings));
  const sound = checkValue({
    source,
    names,
    schema: verb.schema,
    value: given,
    path: [...path, verb.name],
    verb: verb.name,
  });
  const beside = checkModifiers(context, item, path, rules);
  if (!sound || beside === undefined) return [];
  const label = expected.length > 0 ? labelOf(expected) : oneLine(verb.name, given);
  const mayFail = beside['may fail'] === true;
  const when = { timing: timingOf(beside), place: filePlace(source, path) };
  return [{ verb, given, name: beside.name, mayFail, expected, blocks, label, ...when }];
}

/** What the step `expect` expects; each item is held to its own line. */
function checkExpected(context: CaseContext, raw: unknown, path: Path): readonly Expected[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    context.source.report('SM015', 'expect takes a list of expectations', path);
    return [];
  }
  return raw.flatMap((item: unknown, index) => {
    const at = [...path, index];
    const condition = checkCondition(context, item, at);
    return condition === undefined ? [] : [{ condition, place: filePlace(context.source, at) }];
  });
}

function labelOf([first, ...more]: readonly Expected[]): string {
  return `expect ${first?.condition.label ?? ''}${more.length > 0 ? ', ...' : ''}`;
}

/** Modifiers that contradict each other: the key to blame and the sentence. */
function clashing(m: Modifiers): readonly [string, string] | undefined {
  const ways = (['every', 'cron', 'when'] as const).filter((key) => m[key] !== undefined);
  const [, second] = ways;
  if (m.at !== undefined && m.after !== undefined) return ['after', 'a step has at or after, not both'];
  if (second !== undefined) return [second, 'a step has one of every, cron and when'];
  if (m.delay !== undefined && m.when === undefined) return ['delay', 'delay goes with when'];
  if (m.times !== undefined && ways.length === 0) return ['times', 'times goes with every, cron or when'];
  if (m.until !== undefined && ways.length === 0) return ['until', 'until goes with every, cron or when'];
  return undefined;
}

function timingOf(m: Modifiers): Timing {
  return {
    ...(m.at === undefined ? {} : { at: parseMoment(m.at) ?? {} }),
    ...(m.after === undefined ? {} : { after: milliseconds(m.after) }),
    ...(m.every === undefined ? {} : { every: milliseconds(m.every) }),
    ...(m.cron === undefined ? {} : { cron: m.cron }),
    ...(m.when === undefined ? {} : { when: m.when }),
    ...(m.delay === undefined ? {} : { delay: milliseconds(m.delay) }),
    ...(m.times === undefined ? {} : { times: m.times }),
    ...(m.until === undefined ? {} : { until: parseMoment(m.until) ?? {} }),
  };
}

const repeatSchema = z.strictObject({ ...repeatShape, steps: z.unknown() });
const forEachSchema = z.strictObject({ in: z.unknown(), as: z.string().min(1), steps: z.unknown() });

function checkBlock(
  context: CaseContext,
  item: Readonly<Record<string, unknown>>,
  verb: 'repeat' | 'for each',
  path: Path,
  blocks: readonly string[],
): readonly Step[] {
  const { source, names, bindings } = context;
  const strangers = Object.keys(item).filter((key) => key !== verb && key !== 'name');
  for (const key of strangers) {
    source.report('SM010', `"${verb}" takes no "${key}" beside it`, [...path, key], {
      at: 'key',
      hint: 'put it at its steps',
    });
  }
  const raw = item[verb];
  const head = isMapping(raw) ? withParameters({ ...raw, steps: [] }, bindings) : raw;
  const schema = verb === 'repeat' ? repeatSchema : forEachSchema;
  if (!checkValue({ source, names, schema, value: head, path: [...path, verb], verb }) || !isMapping(raw)) return [];
  const inner = typeof item['name'] === 'string' ? [...blocks, item['name']] : blocks;
  const at = [...path, verb];
  if (verb === 'repeat') return repeated(context, repeatSchema.parse(head), raw['steps'], at, inner);
  const { in: group, as } = forEachSchema.parse(head);
  const members = groupMembers(context, group, [...at, 'in']);
  const steps = members.flatMap((member) => {
    const bound = { ...context, bindings: new Map([...bindings, [as, member]]) };
    return checkSteps(bound, raw['steps'], [...at, 'steps'], inner);
  });
  return limited(context, steps, at);
}

/** The passes of a repeat one after another; with `every` each begins so long after the one before began. */
function repeated(
  context: CaseContext,
  head: z.infer<typeof repeatSchema>,
  raw: unknown,
  path: Path,
  blocks: readonly string[],
): readonly Step[] {
  const pass = checkSteps(context, raw, [...path, 'steps'], blocks);
  const [first, ...rest] = pass;
  if (first === undefined) return [];
  if (head.every !== undefined && pass.length > 1) {
    context.source.report('SM031', 'a repeat with every has one step; give its steps times of their own', [
      ...path,
      'every',
    ]);
  }
  const timing: Timing =
    head.every === undefined
      ? { ...first.timing, strictlyLater: true }
      : { ...withoutTime(first.timing), after: milliseconds(head.every) };
  const again = [{ ...first, timing }, ...rest];
  const passes = Math.min(head.times, Math.ceil(mostSteps / pass.length) + 1);
  return limited(context, [...pass, ...Array.from({ length: passes - 1 }, () => again).flat()], path);
}

function withoutTime(timing: Timing): Timing {
  const { at: _at, after: _after, ...rest } = timing;
  return rest;
}

function limited(context: CaseContext, steps: readonly Step[], path: Path): readonly Step[] {
  if (steps.length <= mostSteps) return steps;
  context.source.report('SM015', `this comes to more than ${mostSteps} steps`, path, {
    hint: 'use every, cron or when',
  });
  return steps.slice(0, mostSteps);
}
