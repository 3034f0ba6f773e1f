import type { Product } from '../../catalogue/index.ts';
import type { LoadedScenario } from '../../runner/index.ts';
import { componentPage, componentPath, componentsPage } from './component-page.ts';
import { page, table } from './markdown.ts';
import { buildsPage, chancePage, claimsPage, formatsPage, settingsPage, toolsPage } from './product-pages.ts';
import { provenancePage } from './provenance-page.ts';
import { diagnosticsPage, eventsPage, expectationsPage, scenarioPage, sitesPage, stepsPage } from './scenario-pages.ts';

/** A page of the reference: where it lies below docs/reference, what it is, its whole text. */
export interface ReferencePage {
  readonly path: string;
  /** One sentence for the table of contents; empty for pages that another page lists. */
  readonly about: string;
  readonly text: string;
}

/**
 * The whole reference, made from the product, the file language and the library's scenarios. `more` are pages about
 * what only the floors above know, the command line.
 */
export function referencePages(
  product: Product,
  scenarios: readonly LoadedScenario[],
  more: readonly ReferencePage[],
): readonly ReferencePage[] {
  const listed = [...languagePages(), ...productPages(product, scenarios), ...more];
  const components = product.components.map((component) => {
    return { path: componentPath(component), about: '', text: componentPage(product, component) };
  });
  return [contentsPage(listed), ...listed, ...components];
}

function languagePages(): readonly ReferencePage[] {
  return [
    { path: 'scenario-files.md', about: 'Keys of a scenario file, times, variants, groups.', text: scenarioPage() },
    { path: 'steps.md', about: 'Every verb of the step list.', text: stepsPage() },
    { path: 'expectations.md', about: 'Every verb of the expectation list.', text: expectationsPage() },
    { path: 'events.md', about: 'What a step or an expectation can wait for.', text: eventsPage() },
    { path: 'site-files.md', about: 'Computers and sites at the beginning of a run.', text: sitesPage() },
    { path: 'diagnostics.md', about: 'Every mistake a file can have, by its code.', text: diagnosticsPage() },
  ];
}

function productPages(product: Product, scenarios: readonly LoadedScenario[]): readonly ReferencePage[] {
  const builds = buildsPage(product);
  const claims = claimsPage(product, scenarios);
  return [
    { path: 'components/README.md', about: 'The emulated programs, a page each.', text: componentsPage(product) },
    { path: 'tools.md', about: 'InvSync, setevnt and the others, as they are typed.', text: toolsPage() },
    { path: 'settings.md', about: 'Site settings and their defaults.', text: settingsPage(product) },
    { path: 'chance.md', about: 'What is drawn by lot, and can be fixed.', text: chancePage(product) },
    { path: 'builds-and-releases.md', about: 'Versions, and the traits in which builds differ.', text: builds },
    { path: 'claims.md', about: 'What the articles say of each release.', text: claims },
    { path: 'file-formats.md', about: 'Where the formats of files and tables come from.', text: formatsPage() },
    { path: 'provenance.md', about: 'Counts of facts, and every assumption.', text: provenancePage(product) },
  ];
}

function contentsPage(pages: readonly ReferencePage[]): ReferencePage {
  const rows = pages.map(({ path, about, text }) => [`[${titleOf(text)}](${path})`, about]);
  const intro = 'Made from the program itself by `smsim reference`; a test compares these pages with it.';
  return { path: 'README.md', about: '', text: page('Reference', intro, table(['page', 'what it holds'], rows)) };
}

function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1] ?? '';
}
