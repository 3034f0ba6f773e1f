import type { Breakdown } from '../../runner/index.ts';
import { saidOf, type Mismatch } from '../../scenario/index.ts';
import type { Measurement } from './measure.ts';
import type { Place } from './rows.ts';

/** What playing a scenario on a release shows. */
export type Measured =
  | 'symptom'
  | 'cure'
  | 'as told'
  | 'refused'
  | 'neither'
  | 'not as told'
  | 'not meant'
  | Breakdown['kind'];

/** What a cell of the matrix says. */
export const sayings = [
  'symptom',
  'cure',
  'as told',
  'refused',
  'not applicable',
  'contradicts the KB',
  'limit',
  'fault',
] as const;

export type Saying = (typeof sayings)[number];

/** A measured cell with what it says beside the claim of the article. */
export interface Cell {
  readonly place: Place;
  readonly measurement: Measurement;
  readonly measured: Measured;
  readonly says: Saying;
  /** Why the scenario departs from the claim, where it says so. */
  readonly reason: string | undefined;
}

/** Sets a measurement beside the article's claim. `feature absent` and `not stated` are never judged. */
export function cellOf(place: Place, measurement: Measurement): Cell {
  const measured = measuredOf(place, measurement);
  const { loaded, run, telling } = place;
  const { reasons } = loaded.scenario;
  const reason = saidOf(reasons, telling.told, run) ?? reasons[run.roles.site];
  return { place, measurement, measured, says: sayingOf(place, measurement, measured), reason };
}

/** Whether a cell contradicts a claim and the scenario does not say why. */
export function isUnexplained({ says, reason }: Cell): boolean {
  return says === 'contradicts the KB' && reason === undefined;
}

/** Whether the scenario says why a claim is contradicted, and it is not. */
export function isNeedless({ says, reason, place }: Cell): boolean {
  return reason !== undefined && place.meant && isJudged(place) && says !== 'contradicts the KB';
}

/** The first thing that kept a cell from being what the article claims; undefined where nothing did. */
export function obstacleOf({ measurement, place }: Cell): Mismatch | undefined {
  return (place.claim === 'corrected' ? measurement.cure : measurement.told)?.[0];
}

function measuredOf({ telling }: Place, { told, cure, refusal, breakdown }: Measurement): Measured {
  if (told === undefined) return 'not meant';
  if (breakdown !== undefined) return breakdown.kind;
  if (telling.kind === 'symptom' && told.length === 0) return 'symptom';
  if (refusal !== undefined) return 'refused';
  if (telling.kind === 'procedure') return told.length === 0 ? 'as told' : 'not as told';
  return cure?.length === 0 ? 'cure' : 'neither';
}

function sayingOf(place: Place, { told }: Measurement, measured: Measured): Saying {
  if (measured === 'limit' || measured === 'fault') return measured;
  if (measured === 'not meant') return 'not applicable';
  const asClaimed = place.claim === 'present' ? told?.length === 0 : measured === 'cure';
  if (isJudged(place) && !asClaimed) return 'contradicts the KB';
  return measured === 'neither' || measured === 'not as told' ? 'not applicable' : measured;
}

/** A procedure tells nothing of releases on which something is corrected. */
function isJudged({ claim, telling }: Place): boolean {
  return claim === 'present' || (claim === 'corrected' && telling.kind === 'symptom');
}
