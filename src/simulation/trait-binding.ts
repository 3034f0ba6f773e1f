import { holdsFor, type BuildChange } from '../catalogue/index.ts';
import type { Component, TraitValue } from '../components/index.ts';
import { documented, type Provenance } from '../world/index.ts';

/** A trait given another value by a scenario, on one computer or on all. */
export interface TraitOverride {
  readonly computer?: string;
  readonly component: string;
  readonly trait: string;
  readonly value: TraitValue;
}

/**
 * Every trait of a component with its value for a build: what the scenario says, else the build, else the default. The
 * version is asked for by the file that decides.
 */
export function boundTraits(
  component: Component,
  versionOf: (file: string) => string,
  changes: readonly BuildChange[],
  overrides: readonly TraitOverride[],
): Readonly<Record<string, TraitValue>> {
  const values = Object.entries(component.traits).map(([name, trait]) => {
    const change = changesOf(changes, component, name).find((candidate) => {
      return holdsFor(candidate, versionOf(candidate.library ?? component.file));
    });
    return [name, overrideOf(overrides, component, name) ?? change?.value ?? trait.default] as const;
  });
  return Object.fromEntries(values);
}

/** Where a trait's value comes from: the scenario, the article of a build's difference, or the trait itself. */
export function traitProvenance(
  component: Component,
  name: string,
  value: TraitValue | undefined,
  changes: readonly BuildChange[],
  overrides: readonly TraitOverride[],
): Provenance {
  const trait = component.traits[name];
  if (trait === undefined) throw new Error(`${component.name} has no trait "${name}"`);
  if (value !== undefined && overrideOf(overrides, component, name) === value) return documented('the scenario');
  if (value === trait.default) return trait.provenance;
  return changesOf(changes, component, name).find((c) => c.value === value)?.provenance ?? trait.provenance;
}

function changesOf(changes: readonly BuildChange[], component: Component, trait: string): readonly BuildChange[] {
  return changes.filter((change) => change.component === component.name && change.trait === trait);
}

function overrideOf(overrides: readonly TraitOverride[], component: Component, trait: string): TraitValue | undefined {
  return overrides.findLast((override) => override.component === component.name && override.trait === trait)?.value;
}
