import {
  assumed,
  compilePackageRules,
  documented,
  eventText,
  packageRulesErrorText,
  printPackageConfiguration,
  type FormatError,
  type Site,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';
import { writeSmsEvent } from '../sms-events.ts';
import type { MaintenanceMemory } from './maintenance-manager.ts';

const place = assumed(
  'The compiled rules lie beside PACKAGE.RUL, and are compiled anew at the start and when that file has changed.',
  'Q286387',
);

const fault = documented('Q153826, Q286387', 'What does not compile leaves a PKG_16.CFG without content.');

/** PKG_16.CFG as the site server keeps it for its logon servers. */
export function packageConfiguration(site: Pick<Site, 'folder'>): string {
  return siteFolder(site, 'MAINCFG.BOX', 'PKGRULE', 'PKG_16.CFG');
}

/** Compiles PACKAGE.RUL of Applications Manager, if there is one that this process has not compiled yet (Q286387). */
export function compileRuleFile(self: Self<MaintenanceMemory>): void {
  const source = siteFolder(self.site, 'MAINCFG.BOX', 'PKGRULE', 'PACKAGE.RUL');
  const facts = self.files.stat(source);
  const stamp = facts.ok ? `${facts.value.modified} ${facts.value.size}` : '';
  if (stamp === self.memory.compiled) return;
  const text = self.files.readText(source);
  if (!text.ok) return;
  self.restsOn('compiled package rules', place);
  self.memory.compiled = stamp;
  const rules = compilePackageRules(text.value);
  if (!rules.ok) tellOfFault(self, source, rules);
  writeConfiguration(self, rules.ok ? printPackageConfiguration(rules.value) : '');
}

function writeConfiguration(self: Self, text: string): void {
  const path = packageConfiguration(self.site);
  const present = self.files.readText(path);
  if (!present.ok || present.value !== text) self.files.writeText(path, text);
}

function tellOfFault(self: Self, source: string, error: FormatError): void {
  self.restsOn('rules that do not compile', fault);
  self.log(packageRulesErrorText(error));
  const action = { operation: 'Parse', object: 'File', objectName: 'Package Rule File', errorCode: 1 };
  const text = eventText(118, { X: source.toLowerCase(), Y: self.site.code });
  writeSmsEvent(self, 118, 'Non-fatal Error', text, { action });
}
