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
 * The whole reference, made from the products, the file language and the library's scenarios. The pages of the first
 * product lie at the top, those of another in a folder of its own. `more` are pages about what only the floors above
 * know, the command line.
 */
export function referencePages(
  products: readonly Product[],
  scenarios: readonly LoadedScenario[],
  more: readonly ReferencePage[],
): readonly ReferencePage[] {
  const ofProducts = products.map((product, index) => {
    const folder = index === 0 ? '' : `sms${product.version.replace('.', '')}/`;
    const own = scenarios.filter(({ scenario }) => scenario.product === product.version);
    const components = product.components.map((component) => {
      return { path: componentPath(component), about: '', text: componentPage(product, component) };
    });
    return { listed: inFolder(folder, productPages(product, own)), components: inFolder(folder, components) };
  });
  const general = [
    { path: 'tools.md', about: 'InvSync, setevnt and the others, as they are typed.', text: toolsPage() },
    { path: 'file-formats.md', about: 'Where the formats of files and tables come from.', text: formatsPage() },
  ];
  const listed = [...languagePages(), ...general, ...ofProducts.flatMap((one) => one.listed), ...more];
  return [contentsPage(listed), ...listed, ...ofProducts.flatMap(({ components }) => components)];
}

function inFolder(folder: string, pages: readonly ReferencePage[]): readonly ReferencePage[] {
  return pages.map((page_) => ({ ...page_, path: `${folder}${page_.path}` }));
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
    {
      path: 'components/README.md',
      about: `The emulated programs of SMS ${product.version}, a page each.`,
      text: componentsPage(product),
    },
    {
      path: 'settings.md',
      about: `Site settings of SMS ${product.version} and their defaults.`,
      text: settingsPage(product),
    },
    {
      path: 'chance.md',
      about: `What is drawn by lot in SMS ${product.version}, and can be fixed.`,
      text: chancePage(product),
    },
    {
      path: 'builds-and-releases.md',
      about: `Releases of SMS ${product.version}, and the traits in which builds differ.`,
      text: builds,
    },
    { path: 'claims.md', about: `What the articles say of each release of SMS ${product.version}.`, text: claims },
    {
      path: 'provenance.md',
      about: `Counts of facts about SMS ${product.version}, and every assumption.`,
      text: provenancePage(product),
    },
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
