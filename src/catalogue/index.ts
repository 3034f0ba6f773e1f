export { compareVersions, holdsFor } from './change.ts';
export type { BuildChange } from './change.ts';
export type { Product } from './product.ts';
export type { ClientComponentMedia, Release } from './release.ts';
