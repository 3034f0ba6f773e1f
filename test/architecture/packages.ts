import type { Violation } from './source-file.ts';

/** The part of package-lock.json that matters here. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** Optional binaries that the lock file leaves out: `npm ci` fails on the platforms that need them. */
export function lockViolations(lock: LockFile): readonly Violation[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(lock, path, name))
      .map((name) => {
        const remedy = 'take a version whose binaries are all in the registry, then npm install again';
        return `package-lock.json:1 ${path || 'the project'} lacks ${name}: ${remedy}`;
      }),
  );
}

/** Looks where Node would: in the package's own node_modules, then in those around it. */
function isLocked(lock: LockFile, path: string, name: string): boolean {
  const inside = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (inside in lock.packages) return true;
  if (path === '') return false;
  const around = path.lastIndexOf('/node_modules/');
  return isLocked(lock, around < 0 ? '' : path.slice(0, around), name);
}

/** The part of package.json that matters here. */
export interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const shellWords = /(?:^|&&\s*)(?:rm|cp|mv|mkdir|cat|export|set|sh|bash|test|which|\.\/)\b|['`$;|<>*]|\b[A-Z_]+=/;

/** Scripts that one shell of Windows, macOS and Linux does not know, and versions that can change by themselves. */
export function packageViolations({ scripts, dependencies, devDependencies }: PackageFile): readonly Violation[] {
  const unportable = Object.entries(scripts).filter(([, command]) => shellWords.test(command));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
  return [
    ...unportable.map(([name]) => `package.json:1 the script "${name}" needs one shell: do it in Node`),
    ...loose.map(([name, version]) => `package.json:1 ${name} ${version}: name one exact version`),
  ];
}
