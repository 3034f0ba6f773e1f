import type { TraitValue } from '../components/index.ts';
import { compareVersions, type Provenance } from '../world/index.ts';

/**
 * One way in which builds differ: within a span of versions of a component's file, a trait has another value than
 * the right one. A defect was repaired at `until`; a feature did not exist before `until`; a change of habit is neither.
 */
export interface BuildChange {
  readonly component: string;
  readonly trait: string;
  readonly value: TraitValue;
  readonly kind: 'defect' | 'feature' | 'change';
  /** A library of the component, in its folder, whose version decides in the place of its own: `Base.dll`. */
  readonly library?: string;
  /** First version with this value; undefined: from the first build on. */
  readonly from?: string;
  /** First version with the right value again; undefined: never. */
  readonly until?: string;
  /** The article that tells of the behaviour and of the correction, or of its absence. */
  readonly provenance: Provenance;
}

/** Whether a version lies in the span of a change. */
export function holdsFor(change: BuildChange, version: string): boolean {
  if (change.from !== undefined && compareVersions(version, change.from) < 0) return false;
  return change.until === undefined || compareVersions(version, change.until) < 0;
}
