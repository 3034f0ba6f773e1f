import { assumed } from '../../../world/index.ts';

/** What the Installer script puts on a Macintosh is known (Q107244), not where. */
export const macintoshFolderProvenance = assumed(
  'The programs of SMS, DOMAIN.INI, SMS.INI and the memory of obeyed commands lie in one folder SMS.',
  'Q107244, Q156385',
);

/** The folder of SMS on the start-up volume of a Macintosh. */
export const macintoshFolder = 'C:\\SMS';

/** The start-up item, which stands among the services of a Macintosh. */
export const inventoryStartUpItem = 'INVMAC';

/** The programs of MAC.BIN: inventory agent, Package Command Manager and MIF Entry. */
export const macintoshPrograms = ['Invmac.mac', 'Pcm.mac', 'Mifmac.mac'] as const;

/** The Apple Installer, which Microsoft does not supply and the administrator adds to MAC.BIN (Q107244). */
export const appleInstaller = 'Apple Installer';

/** A file of SMS on a Macintosh. */
export function macintoshPath(name: string): string {
  return `${macintoshFolder}\\${name}`;
}
