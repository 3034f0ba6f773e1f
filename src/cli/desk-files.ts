import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { products } from '../catalogue/index.ts';
import type { FilmAdditions } from '../desk/film/index.ts';
import { layoutsOf, readLayouts } from '../desk/layouts/index.ts';
import type { Context } from './context.ts';
import { UsageError } from './surroundings.ts';

/** What `npm run build` leaves of the desk beside the program: the page, and the drawings of the machines. */
export interface DeskFiles {
  readonly viewer: string;
  readonly layoutOf: FilmAdditions['layoutOf'];
}

/** Reads them; smsim that was not built whole says so. */
export async function readDeskFiles(context: Context): Promise<DeskFiles> {
  const folder = path.join(path.dirname(context.program), '..', 'desk');
  const viewer = await readFile(path.join(folder, 'viewer.html'), 'utf8').catch(() => undefined);
  const layouts = await readLayouts(path.join(folder, 'layouts.json'));
  if (viewer === undefined || layouts === undefined) {
    throw new UsageError(`there is no page in ${folder}: npm run build makes it`);
  }
  return { viewer, layoutOf: layoutsOf(layouts, products) };
}
