import { holdsFor, type Product, type Release } from '../../catalogue/index.ts';
import type { Component } from '../../components/index.ts';
import { diagram } from '../diagram.ts';
import { code, fenced, page, provenanceWords, slug, table, valueWords } from './markdown.ts';
import { sourcedStates } from './sourced-states.ts';

/** Where the page of a component lies, below the folder of the reference. */
export function componentPath(component: Component): string {
  return `components/${slug(component.name)}.md`;
}

/** Every component with a link, and the file whose version decides its build. */
export function componentsPage(product: Product): string {
  const rows = product.components.map((component) => [
    `[${component.name}](${componentPath(component).replace('components/', '')})`,
    code(component.file),
    hostOf(component),
    component.log === undefined ? 'none' : code(component.log.file),
  ]);
  const intro =
    'A component is an SMS program: a machine that decides, effects that touch the world and answer, delays, and ' +
    'traits in which builds differ.';
  return page('Components', intro, table(['component', 'file', 'started by', 'log'], rows));
}

/** One component: what it is, its machine as a diagram, effects, delays, traits, builds. */
export function componentPage(product: Product, component: Component): string {
  const release = product.releases.findLast((one) => product.versionOn(one.name, component.file) !== undefined);
  return page(
    component.name,
    table(['what', ''], facts(component)),
    release === undefined ? '' : `## Machine\n\n${fenced('mermaid', drawing(product, component, release))}`,
    section('Sources of states', table(['state', 'provenance'], states(component))),
    section('Effects', table(['effect', 'answers'], effects(component))),
    section('Delays', table(['delay', 'provenance'], delays(component))),
    section('Traits', table(['trait', 'right behaviour', 'meaning', 'provenance'], traits(component))),
    section('Builds', table(['release', 'version', 'traits that differ'], builds(product, component))),
  );
}

function facts(component: Component): readonly (readonly string[])[] {
  const { log } = component;
  return [
    ['started by', hostOf(component)],
    ['file', code(component.file)],
    ['log', log === undefined ? 'none' : `${code(log.file)}, as ${nameInLog(log)}, on the ${log.side}`],
    ['hears without an address', component.hears.length === 0 ? 'nothing' : component.hears.map(code).join(', ')],
    ['where nothing else is said', provenanceWords(component.provenance)],
  ];
}

function nameInLog({ component }: NonNullable<Component['log']>): string {
  return component === undefined ? 'the path of its file' : code(component);
}

function hostOf(component: Component): string {
  if (component.service !== undefined) return `the service ${component.service}`;
  return component.launchedBy ?? 'nothing of its own';
}

/** The comments of the diagram tell of one build; here all of them follow in a table. */
function drawing(product: Product, component: Component, release: Release): string {
  const lines = diagram(product, component, release).split('\n');
  return lines.filter((line) => !line.trimStart().startsWith('%%')).join('\n');
}

function section(title: string, content: string): string {
  return content === '' ? '' : `## ${title}\n\n${content}`;
}

function states(component: Component): readonly (readonly string[])[] {
  return sourcedStates(component).map(([state, provenance]) => [state, provenanceWords(provenance)]);
}

function effects(component: Component): readonly (readonly string[])[] {
  const sorted = Object.entries(component.effects).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, effect]) => [name, effect.answers.length === 0 ? 'none' : effect.answers.join(', ')]);
}

function delays(component: Component): readonly (readonly string[])[] {
  return Object.entries(component.delays).map(([name, delay]) => [name, provenanceWords(delay.provenance)]);
}

function traits(component: Component): readonly (readonly string[])[] {
  return Object.entries(component.traits).map(([name, trait]) => [
    name,
    code(valueWords(trait.default)),
    trait.meaning,
    provenanceWords(trait.provenance),
  ]);
}

function builds(product: Product, component: Component): readonly (readonly string[])[] {
  return product.releases.map((release) => {
    const version = product.versionOn(release.name, component.file);
    const own = product.changes.filter((change) => change.component === component.name);
    const differing = version === undefined ? [] : own.filter((change) => holdsFor(change, version));
    const words = differing.map((change) => `${change.trait}: ${valueWords(change.value)} (${change.kind})`);
    return [release.name, version ?? 'not on its media', words.join('; ')];
  });
}
