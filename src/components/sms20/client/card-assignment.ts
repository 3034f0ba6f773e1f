import { assumed, documented, inferred, iniValue, parseIni } from '../../../world/index.ts';
import type { Adapter } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientFolder, clientFolders } from './client-folders.ts';

/** The trait of the programs that look at network cards, for their lists of traits. */
export const cardTrait = {
  'passes over a card that cannot be read': {
    default: true,
    meaning: 'A card that does not answer assigns the client nowhere; otherwise it assigns it to every site looked at.',
    provenance: documented('Q247543'),
  },
} as const;

const unread = inferred('Q247543', 'A driver that is loaded for a card which is not in use cannot tell its addresses.');

/** Whether a card of this client lies within boundaries, given as IP subnets. */
export function isWithin(self: Self, subnets: readonly string[]): boolean {
  const found = self.computer.adapters.map((card, index) =>
    card.silent === true ? isTakenForAssigned(self, index) : subnets.includes(card.subnet),
  );
  return found.includes(true);
}

function isTakenForAssigned(self: Self, index: number): boolean {
  self.restsOn('card that cannot be read', unread);
  if (self.trait('passes over a card that cannot be read') === true) return false;
  self.log(`Noted a transitory problem with card at index ${index}. Marking the card as CLIENT_ASSIGNED`);
  return true;
}

/** The cards whose addresses this client can tell. */
export function readableCards(self: Self): readonly Adapter[] {
  return self.computer.adapters.filter(({ silent }) => silent !== true);
}

const visits = documented(
  'Q276531',
  'Smsasign.ini says CLIENT_ASSIGNED for the sites that a travelling client visits.',
);

const layout = assumed('Smsasign.ini has a section for each site, with one line.', 'Q276531');

const key = 'Assignment';

/** Smsasign.ini notes a site within whose boundaries a travelling client is: it is not assigned to it now. */
export function rememberVisit(self: Self, site: string): void {
  self.restsOn('visits of a travelling client', visits);
  self.restsOn('layout of Smsasign.ini', layout);
  if (!isRemembered(self, site)) self.files.append(path(self), `[${site}]\r\n${key}=CLIENT_ASSIGNED\r\n`);
}

/** Out of travel mode, a client is assigned to all sites that it has visited (Q276531). */
export function isRemembered(self: Self, site: string): boolean {
  if (!self.files.exists(path(self))) return false;
  self.restsOn('visits of a travelling client', visits);
  const text = self.files.readText(path(self));
  return text.ok && iniValue(parseIni(text.value), site, key) === 'CLIENT_ASSIGNED';
}

function path(self: Self): string {
  return clientFolder(self.computer, `${clientFolders.data}\\Smsasign.ini`);
}
