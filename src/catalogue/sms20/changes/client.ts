import type { BuildChange } from '../../change.ts';

/** How builds of client files differ. */
export const clientChanges: readonly BuildChange[] = [];
