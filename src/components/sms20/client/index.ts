import type { Component } from '../../component.ts';

export { clientFolder, clientFolders, clientRoot } from './client-folders.ts';
export * from './client-registry.ts';

/** The programs of a client. */
export const clientComponents: readonly Component[] = [];
