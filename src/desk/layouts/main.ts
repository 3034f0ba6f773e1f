import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { products } from '../../catalogue/index.ts';
import { builtLayouts } from './built-layouts.ts';
import { readLayouts } from './layout-book.ts';

/** The last step of `npm run build`: brings the drawings beside the page up to date. */
const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'layouts.json');
const layouts = await builtLayouts(products, await readLayouts(file));
const beside = `${file}.${process.pid}.tmp`;
await mkdir(path.dirname(file), { recursive: true });
await writeFile(beside, JSON.stringify(layouts));
await rename(beside, file);
