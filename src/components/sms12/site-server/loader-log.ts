import { documented, eventText, type LoadedGroup, type LoadedReport } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { writeSmsEvent } from '../sms-events.ts';

/** Where the lines of Datalodr.log come from. */
const lines = documented('Q168093, Q169491, Q192922, Q226891');

/** Why nothing of a report was stored. */
type Refused = Exclude<LoadedReport, { verdict: 'loaded' | 'mismatch' }>;

const actions: Readonly<Record<LoadedGroup['action'], string>> = {
  add: 'Adding group',
  update: 'Updating group',
  'update no-history': 'Updating No-History group',
  delete: 'Deleting group',
};

/** A line for each row that changed (Q169491). */
export function logLoadedGroups(self: Self, groups: readonly LoadedGroup[]): void {
  for (const { action, class: name } of groups) self.log(`${actions[action]}: ${name}...`);
}

/** What the log, and for a type conflict an event, tell of a report that cannot be loaded. */
export function logRefusal(self: Self, refused: Refused): void {
  self.restsOn('lines of Datalodr.log', lines);
  if (refused.verdict === 'column not added') logMissingTable(self, refused.class);
  if (refused.verdict === 'row too long') self.log(`SQL>>>>> ${refused.message}`);
  if (refused.verdict === 'type conflict') {
    const { attribute, class: name } = refused;
    self.log(
      'CGroup::IsGroupInDatabase - MIF type does not match type in Defined Group for Attribute ' +
        `${attribute} in Group ${name}`,
    );
    writeSmsEvent(self, 187, 'Non-fatal Error', eventText(187, { X: name, Y: attribute }));
  }
}

/** The class was deleted in Database Manager, while the Data Loader remembers its tables (Q168093). */
function logMissingTable(self: Self, name: string): void {
  self.log(`Defining attributes for group ${name}...`);
  self.log("CGroupMap::AddColumnToSpecificTable - couldn't add column to table");
  self.log('CDefinedArchitecture::InsertDefinedAttribute - could not add column');
  self.log("CGroup::DefineAttributes - couldn't defined attribute");
  self.log(`CGroup::DefineGroupAndAttributes - couldn't define attributes for ${name}`);
}
