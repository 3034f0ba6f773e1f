import type { z } from 'zod';
import { withSortedKeys, type CaseContext } from './case-context.ts';
import { checkValue } from './check-value.ts';
import type { Path } from './source.ts';
import { withParameters } from './text-values.ts';

/** What can stand beside a verb: its keys, and which of them contradict each other. */
export interface ModifierRules<Modifiers> {
  /** One key for each modifier; every other key of an item is the verb. */
  readonly shape: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<Modifiers>;
  /** The key to blame and the sentence, where two modifiers contradict each other. */
  readonly clashing: (modifiers: Modifiers) => readonly [string, string] | undefined;
}

/** Reads the modifiers of a step or expectation; undefined when something is wrong with them, which is reported. */
export function checkModifiers<Modifiers>(
  { source, names, bindings }: CaseContext,
  item: Readonly<Record<string, unknown>>,
  path: Path,
  { shape, schema, clashing }: ModifierRules<Modifiers>,
): Modifiers | undefined {
  const entries = Object.entries(item).filter(([key]) => Object.hasOwn(shape, key));
  const value = withSortedKeys(withParameters(Object.fromEntries(entries), bindings));
  if (!checkValue({ source, names, schema, value, path })) return undefined;
  const modifiers = schema.parse(value);
  const clash = clashing(modifiers);
  if (clash === undefined) return modifiers;
  source.report('SM031', clash[1], [...path, clash[0]], { at: 'key' });
  return undefined;
}
