import type { Product } from '../../catalogue/index.ts';
import type { LoadedScenario } from '../../runner/index.ts';
import type { Claim, ReleaseRun, Scenario, Variant } from '../../scenario/index.ts';
import { claimOn, isSameMix, rowOf, tellingsOf, type Telling } from './telling.ts';

/** One cell of a matrix before it is measured. */
export interface Place {
  readonly loaded: LoadedScenario;
  readonly run: ReleaseRun;
  readonly claim: Claim;
  readonly telling: Telling;
  /** Whether there is anything to play: what names its releases is no matter of the others. */
  readonly meant: boolean;
}

/** One telling of a scenario on every release of its product. */
export interface Row {
  readonly loaded: LoadedScenario;
  /** What tells it apart from other rows of the scenario: parameters, the name of a procedure; may be empty. */
  readonly label: string;
  /** Whether clients have a release of their own: then every release of the site stands against every one of them. */
  readonly mixed: boolean;
  /** By release of the site in the order they were shipped, within it by release of the clients. */
  readonly places: readonly Place[];
}

/**
 * The rows of a scenario; none where it tells neither a symptom nor a procedure. Where each row of its parameters names
 * releases of its own, such as the start and the end of an upgrade, those with the same end share a row.
 */
export function rowsOf(loaded: LoadedScenario, products: readonly Product[]): readonly Row[] {
  const product = products.find(({ version }) => version === loaded.scenario.product);
  if (product === undefined) return [];
  const rows: Row[] = [];
  for (const telling of tellingsOf(loaded.scenario)) {
    const row = newRow(loaded, telling, product);
    const index = rows.findIndex((other) => canShare(other, row));
    const other = rows[index];
    const isTaken = rows.some(({ label }) => label === row.label);
    if (other === undefined) rows.push(isTaken ? { ...row, label: labelOf(telling) } : row);
    else rows[index] = { ...other, places: other.places.map((place, at) => shared(place, row.places[at])) };
  }
  return rows;
}

function newRow(loaded: LoadedScenario, telling: Telling, product: Product): Row {
  const { scenario } = loaded;
  const names = product.releases.map(({ name }) => name);
  const mixed = scenario.variants.some(isMixed);
  const { told } = telling;
  const own = told.bound && parametersNameReleases(scenario, told);
  const runs = names.flatMap((site) => {
    if (mixed) return names.map((clients) => runOn(told, site, clients));
    return [runOn(told, site, keptClients(told))];
  });
  return {
    loaded,
    label: own ? sharedLabel(telling) : labelOf(telling),
    mixed,
    places: runs.map((run) => ({
      ...{ loaded, run, telling, claim: claimOn(scenario, telling, run) },
      meant: !(own || (told.bound && telling.kind === 'procedure')) || told.runs.some((other) => isSameMix(other, run)),
    })),
  };
}

/** The run of a variant with another release for the site; sites and computers that have their own keep it. */
function runOn(variant: Variant, site: string, clients: string = site): ReleaseRun {
  const named = variant.runs[0]?.roles.named ?? {};
  const releases: Readonly<Record<string, string>> = { ...named, site, clients };
  const own = variant.roles.map((role) => `${role} ${releases[role] ?? site}`);
  const parts = own.length > 0 && !variant.roles.includes('site') ? [site, ...own] : own;
  const mixed = clients === site || variant.roles.includes('clients') ? parts : [...parts, `clients ${clients}`];
  return { name: mixed.length === 0 ? site : mixed.join(', '), roles: { site, clients, named } };
}

/** Whether a variant names both a release of the site and another one of the clients. */
function isMixed({ roles, runs }: Variant): boolean {
  const both = roles.includes('site') && roles.includes('clients');
  return both && runs.some((run) => run.roles.site !== run.roles.clients);
}

/** The release that clients keep whatever the site has; undefined: that of the site. */
function keptClients({ roles, runs }: Variant): string | undefined {
  return roles.includes('clients') && !roles.includes('site') ? runs[0]?.roles.clients : undefined;
}

/** Whether each row of the parameters is told of releases of its own. */
function parametersNameReleases(scenario: Scenario, told: Variant): boolean {
  const sisters = scenario.variants.filter(({ name }) => baseOf(name) === baseOf(told.name));
  return new Set(sisters.map(({ runs }) => runs.map(({ name }) => name).join('; '))).size > 1;
}

/** The name of a variant without its parameters. */
function baseOf(name: string): string {
  return name.replace(/ \[.*\]$/, '');
}

function labelOf({ kind, told }: Telling): string {
  return kind === 'symptom' ? rowOf(told.name) : told.name;
}

/** What rows have in common whose parameters name the releases. */
function sharedLabel({ kind, told }: Telling): string {
  const { installs } = told;
  const parts = [
    ...(kind === 'symptom' ? [] : [baseOf(told.name)]),
    ...(installs === undefined ? [] : [`upgrade to ${installs}`]),
  ];
  return parts.join(', ');
}

function canShare(one: Row, other: Row): boolean {
  if (one.label !== other.label || one.places.length !== other.places.length) return false;
  return one.places.every((place, at) => !place.meant || other.places[at]?.meant !== true);
}

function shared(place: Place, other: Place | undefined): Place {
  return other?.meant === true ? other : place;
}
