import type { ComputerSetup, SiteDescription } from '../../../simulation/index.ts';
import type { Computer, World } from '../../../world/index.ts';
import type { FilmComputer } from '../film.ts';

/** What a page calls the roles of a computer, in the order of its lanes. */
const laneOrder = [
  'site server',
  'client access point',
  'logon point',
  'logon server',
  'domain controller',
  'server',
  'client',
] as const;

type LaneRole = (typeof laneOrder)[number];

/** The computers that there are, in the order of the lanes; of one role in the order of the scenario. */
export function lanesOf(world: World, site: SiteDescription, product: string): readonly FilmComputer[] {
  const lanes = [...world.computers.values()].map((computer) => laneOf(computer, world, site, product));
  const place = ({ role }: FilmComputer): number => laneOrder.indexOf(role as LaneRole);
  return lanes.toSorted((a, b) => place(a) - place(b));
}

/** One computer as its lane shows it. */
export function laneOf(computer: Computer, world: World, site: SiteDescription, product: string): FilmComputer {
  const { name } = computer;
  const setup = site.computers.find((one) => one.name.toUpperCase() === name.toUpperCase());
  return {
    name,
    role: roleOf(computer, world, setup, computer.product ?? product),
    operatingSystem: computer.operatingSystem.name,
    site: siteOf(computer, world, setup),
  };
}

function roleOf(computer: Computer, world: World, setup: ComputerSetup | undefined, product: string): LaneRole {
  const sites = [...world.sites.values()];
  const isSame = (name: string): boolean => name.toUpperCase() === computer.name.toUpperCase();
  if (sites.some(({ server }) => isSame(server))) return 'site server';
  if (sites.some(({ accessPoints }) => accessPoints.some(({ server }) => isSame(server)))) {
    return product === '1.2' ? 'logon server' : 'client access point';
  }
  const controls = [...world.domains.values()].filter(({ controllers }) => controllers.some(isSame));
  const served = new Set(sites.flatMap(({ domains = [] }) => domains.map(({ name }) => name.toUpperCase())));
  if (controls.some(({ name }) => served.has(name.toUpperCase()))) {
    return product === '1.2' ? 'logon server' : 'logon point';
  }
  if (controls.length > 0) return 'domain controller';
  return setup?.role === 'client' || (setup === undefined && !computer.server) ? 'client' : 'server';
}

/** Its own site, that which its place in the network falls in, or that which serves its domain. */
function siteOf(computer: Computer, world: World, setup: ComputerSetup | undefined): string | null {
  const sites = [...world.sites.values()];
  const isSame = (name: string): boolean => name.toUpperCase() === computer.name.toUpperCase();
  const subnets = computer.adapters.map(({ subnet }) => subnet);
  const domains = [...world.domains.values()].filter(({ controllers }) => controllers.some(isSame));
  const names = [...domains.map(({ name }) => name), computer.domain ?? ''].map((name) => name.toUpperCase());
  const found =
    sites.find(({ server, accessPoints }) => isSame(server) || accessPoints.some((one) => isSame(one.server))) ??
    sites.find(({ code }) => code === setup?.sites?.[0]) ??
    sites.find(({ boundaries }) => boundaries.some((one) => subnets.includes(one))) ??
    sites.find((site) => (site.domains ?? []).some(({ name }) => names.includes(name.toUpperCase())));
  return found?.code ?? null;
}
