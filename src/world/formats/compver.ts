import { assumed } from '../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { remembering } from './text-memo.ts';

/** Name, place and use of the file are known, and the numbers of every release. */
export const compverProvenance = assumed(
  'Compver.ini has one section [Version] with one value Version.',
  'Q266130, Q213410',
);

/** The version of the component that lies in the same folder, `2.00.1239.0000`. */
export interface Compver {
  readonly version: string;
}

/** The text of Compver.ini. */
export function printCompver({ version }: Compver): string {
  return printIni(iniOf([['Version', [['Version', version]]]]));
}

/** Reads Compver.ini; undefined where no version can be found. */
export function parseCompver(text: string): Compver | undefined {
  const version = iniValue(parseIni(text), 'Version', 'Version');
  return version === undefined || !/^\d+(\.\d+){1,3}$/.test(version) ? undefined : { version };
}

/** Negative where `a` is the earlier version, 0 where they are equal; fields compare as numbers (Q266130). */
export function compareVersions(a: string, b: string): number {
  const right = fieldsOf(b);
  const differences = fieldsOf(a).map((field, index) => field - (right[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

const fieldsOf = remembering((version: string): readonly number[] => version.split('.').map(Number));

/** `2.00.1493.2`, what logs compare as the release: the first digit of the last field stands for the service pack. */
export function releaseOf(version: string): string {
  const [major = '', minor = '', build = '', last = ''] = version.split('.');
  return [major, minor, build, last.slice(0, 1)].join('.');
}
