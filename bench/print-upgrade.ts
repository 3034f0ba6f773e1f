import { hour, type Duration } from '../src/kernel/index.ts';
import type { RollingUpgrade } from './rolling-upgrade.ts';

const megabyte = 1024 ** 2;

/** What Q237543 says that the upgrade of a client copies. */
const documented = '8 to 24 MB by Q237543';

/** A weekend of upgrades as lines: counts, the forecast, and the bytes of clients and links. */
export function upgradeLines(run: RollingUpgrade): readonly string[] {
  const { size, sites, turns, records, rows, seconds, head } = run;
  return [
    `rolling upgrade: ${sites} sites, ${size.clients} clients, ${size.domains} domains in ${seconds.toFixed(2)} s`,
    `  ${spaced(turns)} turns, ${spaced(records)} records, ${spaced(rows)} rows, head ${head.slice(0, 12)}`,
    ...forecast(run),
    `  MB per client: ${clientBytes(run.bytesPerClient)} (${documented})`,
    ...linkRows(run),
  ];
}

function forecast({ upgraded, whole, size }: RollingUpgrade): readonly string[] {
  const reached = (seen: readonly Duration[], share: number): string => {
    const after = seen[Math.ceil((size.clients * share) / 100) - 1];
    return (after === undefined ? 'not reached' : (after / hour).toFixed(2)).padStart(18);
  };
  return [
    '  hours after the first site until  base components    all components',
    ...[5, 25, 50, 75, 95, 100].map(
      (share) =>
        `  ${String(share).padStart(5)} % of clients${reached(upgraded, share).padStart(31)}${reached(whole, share)}`,
    ),
  ];
}

function clientBytes(bytes: readonly number[]): string {
  const median = bytes[Math.floor(bytes.length / 2)] ?? 0;
  return `${megabytes(bytes[0] ?? 0)} to ${megabytes(bytes.at(-1) ?? 0)}, median ${megabytes(median)}`;
}

const columns = ['links', 'MB', 'MB a link', 'most'];

function linkRows({ links }: RollingUpgrade): readonly string[] {
  const rows = links.map(({ kind, links: many, bytes, most }) =>
    row(kind, [spaced(many), megabytes(bytes), megabytes(bytes / many), megabytes(most)]),
  );
  return [row('link', columns), ...rows];
}

function row(kind: string, cells: readonly string[]): string {
  return `  ${kind.padEnd(26)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}

function spaced(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
}
