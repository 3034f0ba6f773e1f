import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page of the desk: one file with its script and its style inside, into which reports put their films. */
export default defineConfig({
  root: folder('src/desk/viewer'),
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  build: {
    outDir: folder('dist/desk'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    // How long plugins take on a busy machine is no news.
    rolldownOptions: { input: folder('src/desk/viewer/viewer.html'), checks: { pluginTimings: false } },
  },
});
