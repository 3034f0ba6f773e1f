import type { Simulation } from './simulation.ts';
import type { ComputerSetup, SiteSetup } from './site-description.ts';

/** How one product comes onto the computers of a site; releases go by their names. */
export interface SiteInstallation {
  /** The services of its servers, in the order in which they start. */
  readonly serverServices: readonly string[];
  /** Sets up a site on computers that are there, without starting anything. */
  addSite(simulation: Simulation, setup: SiteSetup, release: string): void;
  /** Installs a client of some sites, the principal one first, on a computer that is there, and starts it. */
  addClient(simulation: Simulation, setup: ComputerSetup, sites: readonly string[], release: string): void;
}
