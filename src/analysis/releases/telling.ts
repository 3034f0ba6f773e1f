import { saidOf, type Claim, type ReleaseRun, type Scenario, type Variant } from '../../scenario/index.ts';

/** What is played on a release: a symptom with what would be its cure, or a procedure. */
export type Telling =
  | { readonly kind: 'symptom'; readonly told: Variant; readonly cure: Variant | undefined }
  | { readonly kind: 'procedure'; readonly told: Variant; readonly cure: undefined };

/**
 * What a scenario tells, for each row of its parameters: its symptom; or, where it has none, each of its procedures.
 * A cure is what the variant `corrected` expects; where there is none, the symptom's steps with what is expected
 * without the cause.
 */
export function tellingsOf(scenario: Scenario): readonly Telling[] {
  const symptoms = scenario.variants.filter(({ kind }) => kind === 'symptom');
  if (symptoms.length > 0) {
    return symptoms.map((told) => ({ kind: 'symptom', told, cure: cureOf(scenario, told) }));
  }
  const procedures = scenario.variants.filter(({ kind }) => kind === 'procedure');
  return procedures.map((told) => ({ kind: 'procedure', told, cure: undefined }));
}

function cureOf(scenario: Scenario, symptom: Variant): Variant | undefined {
  const sisters = scenario.variants.filter(({ name }) => rowOf(name) === rowOf(symptom.name));
  const corrected = sisters.find(({ kind }) => kind === 'corrected');
  if (corrected !== undefined) return corrected;
  const healthy = sisters.find(({ kind }) => kind === 'without cause');
  return healthy === undefined ? undefined : { ...symptom, name: healthy.name, expectations: healthy.expectations };
}

/** The parameters in the name of a variant: `client=A, kind=hw`; empty where it has none. */
export function rowOf(name: string): string {
  return / \[(.*)\]$/.exec(name)?.[1] ?? '';
}

/**
 * What the article claims of a run: of an upgrade or a mix by its name; of a release by its name, whatever single sites
 * and computers have; of mixed releases without a claim, that the symptom is present in the mix of the variant that
 * tells it and corrected in that of the variant `corrected`.
 */
export function claimOn(scenario: Scenario, { told, cure }: Telling, run: ReleaseRun): Claim {
  if (Object.keys(scenario.claims).length === 0) return 'not stated';
  const said = saidOf(scenario.claims, told, run);
  if (said !== undefined) return said;
  if (!told.roles.some((role) => role === 'site' || role === 'clients')) {
    return scenario.claims[run.roles.site] ?? 'not stated';
  }
  if (told.runs.some((other) => isSameMix(other, run))) return 'present';
  const isCorrected = cure?.kind === 'corrected' && cure.runs.some((other) => isSameMix(other, run));
  return isCorrected ? 'corrected' : 'not stated';
}

/** Whether the releases of two runs are the same, whatever the runs are called. */
export function isSameMix(one: ReleaseRun, other: ReleaseRun): boolean {
  return one.roles.site === other.roles.site && one.roles.clients === other.roles.clients;
}
