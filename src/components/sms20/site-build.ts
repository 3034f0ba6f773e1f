import { inferred } from '../../world/index.ts';
import type { Self } from '../component.ts';

const ownPrograms = inferred(
  'Q249077, Q263345',
  'Components know the build of their site by its programs: Full Version may be old at a secondary site.',
);

/** The build of the site server: that of Site Control Manager there; undefined where its program is missing. */
export function siteBuild(self: Self): string | undefined {
  self.restsOn('build of the site', ownPrograms);
  const program = self.files.stat(`${self.site.folder}\\bin\\i386\\Sitectrl.dll`);
  return program.ok ? program.value.version : undefined;
}
