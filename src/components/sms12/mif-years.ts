import { documented, lastMifYears, type Provenance } from '../../world/index.ts';
import type { Trait } from '../component.ts';

/** The last year of a date that Base.dll compiles, for the programs that use it. */
export const lastMifYear = 'last year of a date in a MIF';

const operationalRange: Provenance = documented('Q239534', 'The documented operational range of SMS 1.2 ends in 2035.');

/** The trait of each program that compiles MIFs. */
export const lastMifYearTrait: Trait = {
  default: lastMifYears.hotfix,
  meaning: 'A date in a later year does not compile.',
  provenance: operationalRange,
};
