import type { Product } from '../catalogue/index.ts';
import type { Instant } from '../kernel/index.ts';
import { checkStep } from './check-steps.ts';
import { checkValue } from './check-value.ts';
import type { CaseContext } from './case-context.ts';
import { sortedDiagnostics, type Diagnostic } from './diagnostics.ts';
import { eventSchema, type EventPattern } from './events.ts';
import { knownNames } from './known-names.ts';
import type { Step, Variant } from './scenario.ts';
import { Source } from './source.ts';
import { instantOfMoment, type Calendar } from './times.ts';

/** What a deed may name: everything of the variant that is being played, and what has come into its world since. */
export interface DeedNames {
  readonly variant: Variant;
  readonly product: Product;
  readonly otherProducts: readonly Product[];
  readonly computers: readonly string[];
  readonly sites: readonly string[];
}

/** Steps with the instants at which they are due, or everything that is wrong with what was typed. */
export type ReadDeed =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** An event to wait for, or everything that is wrong with what was typed. */
export type ReadEvent =
  | { readonly ok: true; readonly event: EventPattern }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads one step of the scenario language, typed while a play goes on. Its times are counted from `now`, and none may
 * lie before it.
 */
export function readDeed(text: string, names: DeedNames, now: Instant): ReadDeed {
  const source = new Source(typed, text);
  const context = contextOf(source, names);
  const read = source.diagnostics.length === 0 ? checkStep(context, source.value, []) : [];
  const { zone, start } = names.variant.site;
  const steps = source.diagnostics.length === 0 ? placed(read, { zone, start }, now, source) : [];
  if (source.diagnostics.length > 0) return { ok: false, diagnostics: sortedDiagnostics(source.diagnostics) };
  return { ok: true, steps };
}

/** Reads an event as `when` and `run until` take one: `log line: { file: Dataldr.log, text: Done }`. */
export function readEvent(text: string, names: DeedNames): ReadEvent {
  const source = new Source(typed, text);
  const context = contextOf(source, names);
  const value = source.value;
  const sound = source.diagnostics.length === 0 && checkValue({ ...context, schema: eventSchema, value, path: [] });
  if (!sound) return { ok: false, diagnostics: sortedDiagnostics(source.diagnostics) };
  return { ok: true, event: eventSchema.parse(value) };
}

const typed = 'what was typed';

function contextOf(source: Source, { variant, product, otherProducts, computers, sites }: DeedNames): CaseContext {
  const stepNames = [...variant.steps, ...variant.added].flatMap(({ name }) => (name === undefined ? [] : [name]));
  const known = knownNames(product, variant.site, stepNames, otherProducts);
  const names = {
    ...known,
    computers: [...new Set([...computers, ...known.computers])],
    sites: [...new Set([...sites, ...known.sites])],
  };
  return { source, names, site: variant.site, bindings: new Map(Object.entries(variant.parameters)) };
}

/** Puts instants in the place of times; steps that would only let time pass are refused. */
function placed(steps: readonly Step[], calendar: Calendar, now: Instant, source: Source): readonly Step[] {
  let cursor = now;
  return steps.map((step) => {
    if (step.verb.clock !== undefined) {
      source.report('SM014', `"${step.verb.name}" lets time pass and does nothing`, [step.verb.name], {
        at: 'key',
        hint: 'type run, with a span, a time or an event',
      });
    }
    const { at, after, strictlyLater, ...timing } = step.timing;
    if (after !== undefined) cursor += after;
    else if (at !== undefined) cursor = instantOfMoment(at, calendar, strictlyLater === true ? cursor + 1 : cursor);
    if (cursor < now) source.report('SM017', 'that time is over', ['at'], { hint: 'go back to it first' });
    return { ...step, timing: { ...timing, due: cursor } };
  });
}
