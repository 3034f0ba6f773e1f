import { z } from 'zod';
import { groupMembers, oneLine, withSortedKeys, type CaseContext } from './case-context.ts';
import { checkValue } from './check-value.ts';
import { didYouMean } from './did-you-mean.ts';
import { eventSchema } from './events.ts';
import { groupNames, shareText, type GroupName } from './expectation-file.ts';
import { expectationVerbs } from './expectations/index.ts';
import type { Condition, Quantity } from './scenario.ts';
import { isMapping, type Path } from './source.ts';
import { withParameters } from './text-values.ts';

type Item = Readonly<Record<string, unknown>>;

const orderSchema = z.array(eventSchema).min(2);
const groupSchema = z.strictObject({ in: z.unknown(), as: z.string().min(1), expect: z.unknown() });
const shareSchema = z.strictObject({
  of: z.unknown(),
  'at least': shareText.optional(),
  'at most': shareText.optional(),
});

/** Every word that can lead an expectation. */
function conditionNames(): readonly string[] {
  return [...expectationVerbs.map((verb) => verb.name), ...groupNames, 'in order'];
}

/** Reads what an item expects: the one key that is none of `beside`. Undefined where it is wrong, which is reported. */
export function checkCondition(
  context: CaseContext,
  item: unknown,
  path: Path,
  beside: readonly string[] = [],
): Condition | undefined {
  if (!isMapping(item)) {
    context.source.report('SM014', 'an expectation is a mapping with a verb', path);
    return undefined;
  }
  const keys = Object.keys(item).filter((key) => !beside.includes(key));
  const known = conditionNames();
  const [verb, ...more] = [...keys].toSorted((a, b) => Number(known.includes(b)) - Number(known.includes(a)));
  if (verb === undefined) {
    context.source.report('SM014', 'this expectation has no verb', path);
    return undefined;
  }
  if (!known.includes(verb)) {
    const hint = didYouMean(verb, [...known, ...beside]);
    context.source.report('SM013', `there is no expectation "${verb}"`, [...path, verb], { at: 'key', hint });
    return undefined;
  }
  for (const key of more) reportStranger(context, verb, key, path, beside);
  return readCondition(context, item, verb, path);
}

function reportStranger(context: CaseContext, verb: string, key: string, path: Path, beside: readonly string[]): void {
  const second = conditionNames().includes(key);
  const message = second ? `an expectation has one verb, and this has "${verb}" already` : `unknown key "${key}"`;
  const hint = second ? 'write them as two expectations' : didYouMean(key, beside);
  context.source.report(second ? 'SM014' : 'SM010', message, [...path, key], { at: 'key', hint });
}

function readCondition(context: CaseContext, item: Item, verb: string, path: Path): Condition | undefined {
  const at = [...path, verb];
  if (verb === 'in order') return readOrder(context, item[verb], at);
  const group = groupNames.find((name) => name === verb);
  if (group === 'share') return readShare(context, item[verb], at);
  if (group !== undefined) return readGroup(context, group, item[verb], at, () => quantityOf(group));
  const known = expectationVerbs.find((candidate) => candidate.name === verb);
  if (known === undefined) return undefined;
  const given = withSortedKeys(withParameters(item[verb], context.bindings));
  const { source, names } = context;
  if (!checkValue({ source, names, schema: known.schema, value: given, path: at, verb })) return undefined;
  return { kind: 'verb', verb: known, given, label: oneLine(verb, given) };
}

function readOrder(context: CaseContext, raw: unknown, path: Path): Condition | undefined {
  const value = withParameters(raw, context.bindings);
  const { source, names } = context;
  if (!checkValue({ source, names, schema: orderSchema, value, path, verb: 'in order' })) return undefined;
  return { kind: 'in order', events: orderSchema.parse(value), label: oneLine('in order', withSortedKeys(value)) };
}

function readShare(context: CaseContext, raw: unknown, path: Path): Condition | undefined {
  const head = isMapping(raw) ? withParameters({ ...raw, of: [] }, context.bindings) : raw;
  const { source, names } = context;
  if (!checkValue({ source, names, schema: shareSchema, value: head, path, verb: 'share' }) || !isMapping(raw))
    return undefined;
  const { 'at least': least, 'at most': most } = shareSchema.parse(head);
  if (least === undefined && most === undefined) {
    source.report('SM011', '"share" needs at least or at most', path, { at: 'key' });
    return undefined;
  }
  return readGroup(context, 'share', raw['of'], [...path, 'of'], (count) => ({
    name: 'share',
    least: least === undefined ? 0 : Math.ceil(amount(least, count) - 1e-9),
    most: most === undefined ? count : Math.floor(amount(most, count) + 1e-9),
  }));
}

function amount(share: string | number, count: number): number {
  return typeof share === 'number' ? share : (Number.parseFloat(share) / 100) * count;
}

/** How many members each kind of group wants; Infinity stands for all of them. */
function quantityOf(name: Exclude<GroupName, 'share'>): Quantity {
  if (name === 'all of') return { name, least: Infinity, most: Infinity };
  return name === 'none of' ? { name, least: 0, most: 0 } : { name, least: 1, most: Infinity };
}

function readGroup(
  context: CaseContext,
  name: GroupName,
  raw: unknown,
  path: Path,
  quantity: (count: number) => Quantity,
): Condition | undefined {
  const before = context.source.diagnostics.length;
  const members = isMapping(raw) ? membersOfGroup(context, raw, path) : membersOfList(context, raw, path);
  if (context.source.diagnostics.length > before) return undefined;
  if (members.length === 0) {
    context.source.report('SM015', `"${name}" needs at least one member`, path);
    return undefined;
  }
  const wanted = quantity(members.length);
  const most = Math.min(wanted.most, members.length);
  const least = Math.min(wanted.least, members.length);
  const label = `${name} ${members.length}: ${members[0]?.label ?? ''}${members.length > 1 ? ', ...' : ''}`;
  return { kind: 'group', quantity: { ...wanted, least, most }, members, label };
}

function membersOfList(context: CaseContext, raw: unknown, path: Path): readonly Condition[] {
  if (!Array.isArray(raw)) {
    context.source.report('SM015', 'a group is a list of expectations, or in, as and expect', path);
    return [];
  }
  return raw.flatMap((item: unknown, index) => checkCondition(context, item, [...path, index]) ?? []);
}

function membersOfGroup(context: CaseContext, raw: Item, path: Path): readonly Condition[] {
  const { source, names, bindings } = context;
  const head = withParameters({ ...raw, expect: [] }, bindings);
  if (!checkValue({ source, names, schema: groupSchema, value: head, path })) return [];
  const { in: group, as } = groupSchema.parse(head);
  return groupMembers(context, group, [...path, 'in']).flatMap((member) => {
    const bound = { ...context, bindings: new Map([...bindings, [as, member]]) };
    const expected = raw['expect'];
    const at = [...path, 'expect'];
    if (!Array.isArray(expected)) return checkCondition(bound, expected, at) ?? [];
    const parts = membersOfList(bound, expected, at);
    const quantity = { name: 'all of', least: parts.length, most: parts.length } as const;
    return [{ kind: 'group', quantity, members: parts, label: String(member) } as const];
  });
}
