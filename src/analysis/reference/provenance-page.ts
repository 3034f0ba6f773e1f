import { sms20, sms20Releases, type Product, type Release } from '../../catalogue/index.ts';
import type { Component } from '../../components/index.ts';
import { allAssumptions, type Provenance } from '../../world/index.ts';
import { fileFormats } from './file-formats.ts';
import { sms12FileFormats } from './sms12-file-formats.ts';
import { page, standings, table } from './markdown.ts';
import { sourcedStates } from './sourced-states.ts';

/** Something that comes from somewhere. */
interface Fact {
  readonly group: string;
  readonly name: string;
  readonly provenance: Provenance;
}

/** How much is documented, inferred and assumed, and every assumption that stands in the tables of a product. */
export function provenancePage(product: Product): string {
  const facts = factsOf(product);
  const assumptions = facts.filter(({ provenance }) => provenance.standing === 'assumed');
  const intro =
    '`documented`: an article or guide page says so. `inferred`: it follows from the sources named. `assumed`: the ' +
    'sources are silent, and this is the choice of smsim. `smsim run --strict-provenance` fails a run whose ' +
    'transitions, timings or defaults rest on an assumption. `smsim trace` lists all that one run rests on.';
  const rows = assumptions.map(({ group, name, provenance }) => [
    name,
    group,
    provenance.note ?? '',
    provenance.source,
  ]);
  return page(
    'Provenance',
    intro,
    '## How much of each',
    counts(facts),
    '## Every assumption of the tables',
    table(['what', 'kind', 'what was chosen', 'source'], rows),
    '## Every assumption of the effects',
    'A run names these when an effect comes to rest on one.',
    table(['what was chosen', 'source'], assumptionsOfEffects(facts)),
  );
}

/** What is assumed beside the tables: effects say so while they run. */
function assumptionsOfEffects(facts: readonly Fact[]): readonly (readonly string[])[] {
  const listed = new Set(facts.map(({ provenance }) => provenance.note));
  const others = allAssumptions().filter(({ note }) => !listed.has(note));
  return [...new Map(others.map(({ note = '', source }) => [note, source]))];
}

function counts(facts: readonly Fact[]): string {
  const count = (group: string | undefined, standing: string): string => {
    const fitting = facts.filter((fact) => group === undefined || fact.group === group);
    return String(fitting.filter((fact) => fact.provenance.standing === standing).length);
  };
  const groups = [...new Set(facts.map((fact) => fact.group))];
  const rows = groups.map((group) => [group, ...standings.map((standing) => count(group, standing))]);
  return table(
    ['kind', ...standings],
    [...rows, ['together', ...standings.map((standing) => count(undefined, standing))]],
  );
}

function factsOf(product: Product): readonly Fact[] {
  const settings = Object.entries(product.settings).map(([name, { provenance }]): Fact => {
    return { group: 'site setting', name, provenance };
  });
  const formats = (product === sms20 ? fileFormats : sms12FileFormats).map(({ title, provenance }): Fact => {
    return { group: 'format', name: title, provenance };
  });
  const releases = product === sms20 ? factsOfSms20Releases() : product.releases.map(factOfRelease);
  const changes = product.changes.map((change): Fact => {
    const name = `${change.component}: ${change.trait}`;
    return { group: 'change of a build', name, provenance: change.provenance };
  });
  return [...product.components.flatMap(factsOfComponent), ...settings, ...changes, ...releases, ...formats];
}

function factOfRelease({ name, provenance }: Release): Fact {
  return { group: 'release', name, provenance };
}

function factsOfSms20Releases(): readonly Fact[] {
  return sms20Releases.flatMap((release) => [
    factOfRelease(release),
    { group: 'release', name: `Sms_def.mof of ${release.name}`, provenance: release.smsDefMof.provenance },
  ]);
}

function factsOfComponent(component: Component): readonly Fact[] {
  const fact = (group: string, name: string, provenance: Provenance): Fact => {
    return { group, name: `${component.name}: ${name}`, provenance };
  };
  return [
    fact('component', 'where nothing else is said', component.provenance),
    ...sourcedStates(component).map(([state, provenance]) => fact('state', state, provenance)),
    ...Object.entries(component.delays).map(([name, { provenance }]) => fact('delay', name, provenance)),
    ...Object.entries(component.traits).map(([name, { provenance }]) => fact('trait', name, provenance)),
  ];
}
