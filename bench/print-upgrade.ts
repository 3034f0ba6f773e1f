import { hour } from '../src/kernel/index.ts';
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

function forecast({ upgraded, size }: RollingUpgrade): readonly string[] {
  const shares = [50, 95, 100].map((share) => {
    const reached = upgraded[Math.ceil((size.clients * share) / 100) - 1];
    return `  ${String(share).padStart(5)} %  ${reached === undefined ? 'not reached' : (reached / hour).toFixed(2)}`;
  });
  return ['  clients  hours after the first site', ...shares];
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
