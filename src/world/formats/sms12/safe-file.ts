import { documented, inferred } from '../../provenance.ts';
import { textDocument, textLines } from '../text-document.ts';

/** Entries and life of SMSSAFE.TMP. */
export const safeFileProvenance = documented('Q139908, Resource Guide for SMS 1.2 (Inventory Agent)');

/** The articles name the keyword, not how several tests stand behind it. */
export const failedChecksProvenance = inferred(
  'Q139908',
  'FailedHardwareChecks lists its tests with commas between them.',
);

/** The hardware tests that an administrator may name; `Drive<X>` is one for each letter. */
export const hardwareTests: readonly string[] = [
  ...['BanyanVines', 'BiosInfo', 'CMOSMemory', 'CommPorts', 'ComputerConfig', 'ComputerName', 'ConventionalMemory'],
  ...['DeviceInfo', 'Disks', 'Dma', 'DPMIMemory', 'Drive<X>', 'EMMMemory', 'EMMMemoryInfo', 'ExtendedMemory'],
  ...['GamePorts', 'IRQInfo', 'Keyboard', 'Lanman', 'LanmanInfo', 'LanManNetcardInfo', 'Lantastic', 'LantasticInfo'],
  ...['MouseInfo', 'MSNet', 'NetBios', 'Novell', 'NovellInfo', 'NovellNetcardInfo', 'PrinterPorts', 'TSRInfo'],
  ...['VCPIMemory', 'Video', 'WolverineInfo', 'XMSMemory'],
];

/** A test and how it ended; while it runs it counts as crashed, so that a crash leaves it so. */
export interface SafeFileEntry {
  readonly test: string;
  readonly state: 'COMPLETED' | 'CRASHED';
}

/** The text of SMSSAFE.TMP: `MouseInfo=CRASHED`. */
export function printSafeFile(entries: readonly SafeFileEntry[]): string {
  return textDocument(entries.map(({ test, state }) => `${test}=${state}`));
}

/** Reads SMSSAFE.TMP, which an administrator may have written; other lines say nothing. */
export function parseSafeFile(text: string): readonly SafeFileEntry[] {
  return textLines(text).flatMap((line): readonly SafeFileEntry[] => {
    const match = /^\s*([^=]+?)\s*=\s*(COMPLETED|CRASHED)\s*$/i.exec(line);
    if (match === null) return [];
    return [{ test: match[1] ?? '', state: match[2]?.toUpperCase() === 'CRASHED' ? 'CRASHED' : 'COMPLETED' }];
  });
}

/** The tests of `FailedHardwareChecks` in SMS.INI. */
export function failedChecks(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').flatMap((test) => (test.trim() === '' ? [] : [test.trim()]));
}

/** `FailedHardwareChecks` with further tests entered. */
export function withFailedChecks(value: string | undefined, tests: readonly string[]): string {
  return [...new Set([...failedChecks(value), ...tests])].join(',');
}
