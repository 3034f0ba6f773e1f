export { holdsFor } from './change.ts';
export type { BuildChange } from './change.ts';
export type { Product } from './product.ts';
export type { ClientComponentMedia, DefinitionMedia, Release } from './release.ts';
export { findRelease, releases as sms20Releases } from './sms20/releases.ts';
export { sms20 } from './sms20/product.ts';
