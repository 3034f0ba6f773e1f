import { sms20, sms20Releases, type BuildChange, type Product } from '../../catalogue/index.ts';
import { tools } from '../../components/index.ts';
import type { LoadedScenario } from '../../runner/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { code, page, provenanceWords, table, valueWords } from './markdown.ts';
import { fileFormats, type FileFormat } from './file-formats.ts';
import { sms12FileFormats } from './sms12-file-formats.ts';

/** The settings of a site with their defaults. */
export function settingsPage(product: Product): string {
  const intro =
    'A site file or a scenario changes them under `settings`, a step with `setting`. Schedules are SMS schedule ' +
    'tokens; `smsim readsche` reads them.';
  const rows = Object.entries(product.settings).map(([name, setting]) => [
    name,
    code(valueWords(setting.default)),
    setting.meaning,
    provenanceWords(setting.provenance),
  ]);
  return page('Site settings', intro, table(['setting', 'default', 'meaning', 'provenance'], rows));
}

/** The streams of chance, whose draws a scenario can fix. */
export function chancePage(product: Product): string {
  const intro =
    'All chance comes from the seed (until the start from the seed of the scenario, whatever else is asked for), in ' +
    'streams of their own: a draw more in one never shifts another. The step `draw` fixes the next draws of a ' +
    'stream, whoever makes them.';
  const rows = Object.entries(product.chanceStreams).map(([name, meaning]) => [code(name), meaning]);
  return page('Streams of chance', intro, table(['stream', 'what is drawn from it'], rows));
}

/** Releases with the versions of their files, and every way in which builds differ. */
export function buildsPage(product: Product): string {
  const intro =
    'A release is what Microsoft shipped: files with versions. A change gives a trait another value than the right ' +
    'one for a span of versions of a file. What the articles claim of releases stands apart: [claims](claims.md).';
  return page(
    'Builds and releases',
    intro,
    '## Releases',
    ...(product === sms20 ? mediaOfSms20() : [mediaOf(product)]),
    '## Changes',
    table(['component', 'trait', 'value', 'kind', 'versions', 'provenance'], product.changes.map(changeRow)),
  );
}

function mediaOfSms20(): readonly string[] {
  const releases = sms20Releases.map((release) => [
    release.name,
    code(release.fullVersion),
    release.installsOver?.join(' or ') ?? 'any',
    provenanceWords(release.provenance),
    provenanceWords(release.smsDefMof.provenance),
  ]);
  return [
    table(['release', 'version of the site server', 'installed over', 'provenance', 'its Sms_def.mof'], releases),
    '## Versions of client components',
    clientVersions(),
  ];
}

/** The versions of the programs of the components, a column for each release. */
function mediaOf({ releases, components, versionOn }: Product): string {
  const files = [...new Set(components.map(({ file }) => file))];
  const rows = files.map((file) => [
    code(file),
    ...releases.map(({ name }) => versionOn(name, file) ?? 'not on its media'),
  ]);
  return table(['file', ...releases.map(({ name }) => name)], rows);
}

/** The tools of the time, as they are typed. */
export function toolsPage(): string {
  const intro =
    'A scenario types them with the step of their name, a person with `smsim tool`. Their answers are seen with the ' +
    'expectation `console`.';
  const rows = tools.map((tool) => [tool.name, code(tool.syntax), tool.summary, provenanceWords(tool.provenance)]);
  return page('Tools', intro, table(['tool', 'syntax', 'what it does', 'provenance'], rows));
}

/** What the sources say about the formats of files, tables and answers. */
export function formatsPage(): string {
  const intro =
    'Formats are listed here and by `smsim trace`, but never judged by `--strict-provenance`: a run cannot do ' +
    'without them.';
  return page('File formats', intro, '## SMS 2.0', formats(fileFormats), '## SMS 1.2', formats(sms12FileFormats));
}

function formats(list: readonly FileFormat[]): string {
  const rows = list.map(({ title, provenance: { standing, source, note } }) => [title, standing, source, note ?? '']);
  return table(['format', 'standing', 'source', 'note'], rows);
}

/** What the header of each article says of each release. */
export function claimsPage(product: Product, scenarios: readonly LoadedScenario[]): string {
  const names = product.releases.map((release) => release.name);
  const articles = scenarios.filter(({ scenario }) => scenario.kb !== undefined);
  const rows = articles.map(({ scenario }) => [
    scenario.kb ?? '',
    scenario.title,
    ...names.map((name) => scenario.claims[name] ?? ''),
  ]);
  const intro =
    'What an article says of a release, as its scenario states it: `present`, `corrected`, `feature absent` or ' +
    '`not stated`; empty where the scenario makes no claim. The last two are never judged. Claims are kept apart ' +
    'from [builds](builds-and-releases.md), so that one can be checked against the other.';
  const particular = articles.flatMap(({ scenario }) => particularClaims(scenario, names));
  const told = 'Of an upgrade from one release to another, and of a site whose clients have another release:';
  const said = particular.length === 0 ? [] : [told, table(['article', 'scenario', 'of', 'claim'], particular)];
  return page('Claims', intro, table(['article', 'scenario', ...names], rows), ...said);
}

function particularClaims({ kb, title, claims }: Scenario, names: readonly string[]): readonly (readonly string[])[] {
  const particular = Object.entries(claims).filter(([name]) => !names.includes(name));
  return particular.map(([name, claim]) => [kb ?? '', title, name, claim]);
}

function clientVersions(): string {
  const [first] = sms20Releases;
  const folders = Object.keys(first?.clientComponents ?? {});
  const rows = folders.map((folder) => [
    code(folder),
    first?.clientComponents[folder]?.name ?? '',
    ...sms20Releases.map((release) => release.clientComponents[folder]?.version ?? ''),
  ]);
  return table(['folder', 'component', ...sms20Releases.map((release) => release.name)], rows);
}

function changeRow(change: BuildChange): readonly string[] {
  const { component, trait, value, kind, provenance } = change;
  return [component, trait, code(valueWords(value)), kind, spanWords(change), provenanceWords(provenance)];
}

function spanWords({ from, until, library }: BuildChange): string {
  if (from === undefined && until === undefined) return 'all';
  const of = library === undefined ? '' : ` of ${library}`;
  if (from === undefined) return `before ${until}${of}`;
  return until === undefined ? `from ${from}${of} on` : `from ${from}, before ${until}${of}`;
}
