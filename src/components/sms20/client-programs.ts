import { hashText } from '../../kernel/index.ts';
import { inferred, type FileFacts } from '../../world/index.ts';

/**
 * The client programs of Install.map whose CRC the Client Service checks before it starts them (Q246331): file names
 * below `Bin\i386` with the last number of their line.
 */
export const checkedPrograms: readonly (readonly [file: string, flag: number])[] = [
  ['Ccim32.dll', 2],
  ['Clisvcl.exe', 1],
  ['Smscq_32.exe', 2],
  ['Cqmgr32.dll', 2],
  ['Chksnmp.exe', 2],
  ['Abnwcli.dll', 4],
  ['Falclin.dll', 4],
  ['Mslmclin.dll', 4],
  ['Bindclin.dll', 4],
  ['Ndsclin.dll', 4],
  ['Smsapm32.exe', 2],
  ['Odpsys32.exe', 3],
  ['Odpusr32.exe', 1],
  ['Sinv32.exe', 2],
  ['Rcclicfg.exe', 2],
  ['Rcclic16.exe', 2],
  ['Hinv32.exe', 2],
  ['Wuser.exe', 2],
];

/** The emulated programs have no bytes of their own, so the check sum is taken of what tells two builds apart. */
export const programCrcProvenance = inferred(
  'Q270912, Q246331',
  'Equal files have equal CRCs, other builds have others.',
);

/** The check sum of a program by the facts of its file: name, size and version; 32 bits without sign. */
export function programCrc(facts: Pick<FileFacts, 'name' | 'size' | 'version'>): number {
  return hashText(`${facts.name.toUpperCase()} ${facts.size} ${facts.version ?? ''}`);
}
