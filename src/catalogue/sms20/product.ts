import { clientRoot, siteSettings, sms20Components, type Component } from '../../components/index.ts';
import type { Computer } from '../../world/index.ts';
import type { Product } from '../product.ts';
import { clientChanges } from './changes/client.ts';
import { serverChanges } from './changes/server.ts';
import { releases } from './releases.ts';

/** Systems Management Server 2.0. */
export const sms20: Product = {
  name: 'Systems Management Server 2.0',
  components: sms20Components,
  changes: [...serverChanges, ...clientChanges],
  releases,
  settings: siteSettings,
  programFolder: (computer, component) =>
    isServerProgram(component) ? `${serverFolder(computer)}\\bin\\i386` : clientRoot(computer),
  logFolder: (computer, side) => `${side === 'server' ? serverFolder(computer) : clientRoot(computer)}\\Logs`,
};

/** Where Setup put the site server or access point software of this computer. */
function serverFolder(computer: Computer): string {
  const key = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
  return computer.registry.getText(key, 'Installation Directory') ?? 'C:\\SMS';
}

function isServerProgram(component: Component): boolean {
  return component.log?.side === 'server';
}
