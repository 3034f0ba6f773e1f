import { assumed, documented, fileName, parseMif, type HardwareGroup, type Mif } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { clientFolder, clientFolders } from './client-folders.ts';

/** The checks of Q202078. */
export const thirdPartyProvenance = documented('Q202078');

const greatestSize = documented('Q202078', '100 KB; the absolute maximum is 5 MB.');
const notSent = assumed('IDMIFs are checked; they are not sent, because they describe other objects.', 'Q202078');

const limit = 100 * 1024;

/** Checks the NOIDMIFs and IDMIFs that lie ready; what is refused moves into the Badmifs folder beside. */
export function checkThirdPartyMifs(self: Self): void {
  for (const file of filesIn(self, clientFolder(self.computer, clientFolders.noIdMifs), '*.mif')) {
    if (readable(self, file) === undefined) refuse(self, file, clientFolders.noIdRejected);
  }
  for (const file of filesIn(self, clientFolder(self.computer, clientFolders.idMifs), '*.mif')) {
    self.restsOn('IDMIFs', notSent);
    const mif = readable(self, file);
    if (mif === undefined || targetsComputer(mif)) refuse(self, file, clientFolders.idRejected);
  }
}

/** The groups of the NOIDMIFs, which are added to every inventory. */
export function noIdGroups(self: Self): readonly HardwareGroup[] {
  const files = filesIn(self, clientFolder(self.computer, clientFolders.noIdMifs), '*.mif');
  return files.flatMap((file) => readable(self, file)?.groups.map(groupOf) ?? []);
}

/** Undefined where the file is too large or no MIF. */
function readable(self: Self, file: string): Mif | undefined {
  const facts = self.files.stat(file);
  self.restsOn('greatest size of third-party MIFs', greatestSize);
  if (!facts.ok || facts.value.size > limit) return undefined;
  const text = self.files.readText(file);
  const mif = text.ok ? parseMif(text.value) : undefined;
  return mif?.ok === true ? mif.value : undefined;
}

/** Architectures that belong to hardware inventory, in the header or in a group named Architecture. */
function targetsComputer(mif: Mif): boolean {
  const own = ['SYSTEM', 'PERSONAL COMPUTER'];
  const header = mif.headers.find(({ keyword }) => keyword === 'Architecture')?.values[0]?.trim() ?? '';
  if (own.includes(header.toUpperCase())) return true;
  const group = mif.groups.find(({ name }) => name === 'Architecture');
  const value = group?.attributes.find(({ name }) => name === 'ArchitectureName')?.value;
  return own.includes(String(value ?? '').toUpperCase());
}

function refuse(self: Self, file: string, folder: string): void {
  const target = clientFolder(self.computer, folder);
  self.files.createFolder(target);
  self.files.delete(`${target}\\${fileName(file)}`);
  self.files.move(file, `${target}\\${fileName(file)}`);
}

function groupOf(group: Mif['groups'][number]): HardwareGroup {
  return {
    name: group.name,
    class: group.class,
    key: group.key.flatMap((id) => group.attributes.find((one) => one.id === id)?.name ?? []),
    attributes: group.attributes.map(({ name, value }) =>
      typeof value === 'number' ? { name, type: 'integer', value } : { name, type: 'string', value },
    ),
  };
}
