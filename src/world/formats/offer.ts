import { assumed } from '../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { remembering } from './text-memo.ts';

/** The articles show only what CCIM does with an offer, never the file. */
export const offerProvenance = assumed(
  'An offer file (CLINTX86.OFR) is an INI with one section per component: Name, Version, Dir, Command.',
  'Q236596, Q264630, Q263441',
);

/** The components a site offers to clients of one platform, in the order CCIM numbers them. */
export interface Offer {
  readonly components: readonly OfferedComponent[];
}

/** One component of an offer. */
export interface OfferedComponent {
  /** As logs name it: `Hardware Inventory Agent`. */
  readonly name: string;
  /** `2.00.1239.0000`. */
  readonly version: string;
  /** Folder below Clicomp.box: `hinv`. */
  readonly directory: string;
  /** What installs the component. */
  readonly command: string;
}

/** The text of an offer file. */
export function printOffer({ components }: Offer): string {
  return printIni(
    iniOf(
      components.map(({ name, version, directory, command }, index) => [
        `Component ${index}`,
        [
          ['Name', name],
          ['Version', version],
          ['Dir', directory],
          ['Command', command],
        ],
      ]),
    ),
  );
}

/** Reads an offer file; a section without name or version is passed over, as no client could act on it. */
export const parseOffer = remembering((text: string): Offer => {
  const ini = parseIni(text);
  const components = ini.sections.flatMap((section) => {
    const name = iniValue(ini, section.name, 'Name');
    const version = iniValue(ini, section.name, 'Version');
    if (name === undefined || version === undefined) return [];
    const directory = iniValue(ini, section.name, 'Dir') ?? '';
    return [{ name, version, directory, command: iniValue(ini, section.name, 'Command') ?? '' }];
  });
  return { components };
}, 20);
