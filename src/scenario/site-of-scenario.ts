import type { SiteDescription } from '../simulation/index.ts';
import { withSortedKeys } from './case-context.ts';
import { checkValue } from './check-value.ts';
import type { Diagnostic } from './diagnostics.ts';
import { didYouMean } from './did-you-mean.ts';
import type { KnownNames } from './known-names.ts';
import { checkComputer, checkSite, describeSite } from './site-description.ts';
import { computerSchema, settingsSchema, siteSchema, type ComputerEntry, type SiteFile } from './site-file.ts';
import { isMapping, Source, type Path } from './source.ts';
import { parseReading } from './times.ts';

/** Finds the file of a named site. */
export type ReadSite = (name: string) => { readonly text: string; readonly file: string } | undefined;

/** The named sites that a scenario can start from. */
export interface NamedSites {
  readonly readSite: ReadSite;
  /** All names, for a hint where one is mistyped. */
  readonly siteNames?: () => readonly string[];
}

/**
 * The site that a scenario starts from, with the scenario's own changes. Mistakes of a site file of its own come back
 * in `elsewhere`; undefined where the site is unusable.
 */
export function siteOf(
  scenario: Readonly<Record<string, unknown>>,
  source: Source,
  sites: NamedSites,
  names: KnownNames,
  elsewhere: Diagnostic[],
): SiteDescription | undefined {
  const computers = ownComputers(scenario['computers'], source);
  const found = siteFileOf(scenario['site'], source, sites, elsewhere);
  if (found === undefined) return undefined;
  const before = found.source.diagnostics.length;
  const value = withSortedKeys(found.value);
  const sound = checkValue({ source: found.source, names, schema: siteSchema, value, path: found.path });
  const file = sound ? (siteSchema.parse(value) as SiteFile) : undefined;
  if (file !== undefined) checkSite(found.source, file, found.path, computers);
  const usable = found.source.diagnostics.length === before;
  if (found.source !== source) elsewhere.push(...found.source.diagnostics);
  if (file === undefined || !usable) return undefined;
  const { start, settings } = scenario;
  const ownSettings = settingsSchema.safeParse(withSortedKeys(settings));
  return describeSite(
    file,
    {
      start: typeof start === 'string' && parseReading(start) !== undefined ? start : undefined,
      settings: ownSettings.success ? ownSettings.data : undefined,
      computers,
    },
    names,
  );
}

interface FoundSite {
  readonly source: Source;
  readonly value: unknown;
  readonly path: Path;
}

function siteFileOf(site: unknown, source: Source, sites: NamedSites, elsewhere: Diagnostic[]): FoundSite | undefined {
  if (isMapping(site)) return { source, value: site, path: ['site'] };
  if (typeof site !== 'string') return undefined;
  const file = sites.readSite(site);
  if (file === undefined) {
    source.report('SM024', `there is no site file for "${site}"`, ['site'], {
      hint: didYouMean(site, sites.siteNames?.() ?? []) ?? 'scenarios/sites holds the named sites',
    });
    return undefined;
  }
  const found = new Source(file.file, file.text);
  if (isMapping(found.value)) return { source: found, value: found.value, path: [] };
  elsewhere.push(...found.diagnostics);
  return undefined;
}

/** The scenario's own computers that are in order; what is wrong with the others is reported with the file's frame. */
function ownComputers(raw: unknown, source: Source): readonly ComputerEntry[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown, index) => {
    const read = computerSchema.safeParse(withSortedKeys(entry));
    if (!read.success) return [];
    checkComputer(source, read.data, ['computers', index]);
    return [read.data];
  });
}
