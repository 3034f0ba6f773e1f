export { layoutsOf, readLayouts } from './layout-book.ts';
export type { LayoutFile } from './layout-book.ts';
