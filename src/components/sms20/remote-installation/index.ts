import type { Component } from '../../component.ts';
import { bootstrapLoader } from './bootstrap-loader.ts';
import { clientConfigManager } from './client-config-manager.ts';

/** The programs of Windows NT Remote Client Installation: on the site server, and on the computer. */
export const remoteInstallationComponents: readonly Component[] = [clientConfigManager, bootstrapLoader];

export { loaderFolder, loaderService } from './remote-computer.ts';
