import type { Component } from '../../component.ts';
import { clientConfigManager12 } from './client-config-manager.ts';

/** What runs on the logon servers of a site, and on the site server as one of them. */
export const sms12LogonServerComponents: readonly Component[] = [clientConfigManager12];
