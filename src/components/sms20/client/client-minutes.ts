import { minute, type Duration } from '../../../kernel/index.ts';
import type { Self } from '../../component.ts';
import { siteSettings, type SiteSettingName } from '../settings.ts';
import { clientKeys } from './client-registry.ts';

/** A span that a site hands out in minutes: the registry value of the client, or the setting's default without one. */
export function clientMinutes(self: Self, value: string, setting: SiteSettingName): Duration {
  return (self.registry.getNumber(clientKeys.properties, value) ?? Number(siteSettings[setting].default)) * minute;
}
