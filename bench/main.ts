import { loadSqlEngine } from '../src/cli/sql-engine.ts';
import { bareQueueTurnsPerSecond } from './bare-queue.ts';
import { fleetOf12, fleetOf20, runFleet, type FleetOptions, type FleetRun } from './fleet.ts';
import { upgradeLines } from './print-upgrade.ts';
import { runRollingUpgrade } from './rolling-upgrade.ts';
import { runSeeds } from './seeds.ts';

/**
 * The budgets of the product and the figures behind them: exact counts (turns, records, rows) that may only change
 * with a reason, ratios taken in this one run, and times as loose ceilings. `--short` leaves the large fleets out.
 */
const short = process.argv.includes('--short');
const sqlEngine = await loadSqlEngine();
const bare = bareQueueTurnsPerSecond();

print(`Node ${process.version} on ${process.platform} ${process.arch}`);
print(`bare event queue: ${thousands(bare)} turns per second`);
report('warm-up', fleet(10, 30), undefined);
report('one client', fleet(1, 30), 0.05);
report('one client, all logs', fleet(1, 30, { allLogs: true }), undefined);
for (const clients of short ? [100] : [100, 1000, 10_000]) report('growth', fleet(clients, 30), undefined);
report('a year', fleet(short ? 100 : 1000, 365), short ? undefined : 8);
const sms12 = runFleet(sqlEngine, fleetOf12(short ? 20 : 1000), short ? 90 : 365);
report('SMS 1.2', sms12, short ? undefined : 8);
if (!short) report('a year, all logs', fleet(100, 365, { allLogs: true }), undefined);
await reportSeeds('scenarios/sms20/Q280515-old-client-lookup.yaml', short ? 100 : 1000, short ? undefined : 10);
const hierarchy = short
  ? { primaries: 2, secondaries: 2, clients: 40, domains: 2 }
  : { primaries: 10, secondaries: 20, clients: 5000, domains: 4 };
for (const line of upgradeLines(runRollingUpgrade(sqlEngine, hierarchy))) print(line);

function fleet(clients: number, days: number, options?: FleetOptions): FleetRun {
  return runFleet(sqlEngine, fleetOf20(clients), days, options);
}

function report(what: string, run: FleetRun, budget: number | undefined): void {
  const { clients, days, turns, records, rows, seconds, bytes } = run;
  const [time, memory] = [((seconds * 1000) / clients).toFixed(2), (bytes / clients / 1024).toFixed(1)];
  const ratio = (turns / seconds / bare).toFixed(4);
  print(`${what}: ${thousands(clients)} clients x ${days} days in ${seconds.toFixed(2)} s${verdict(seconds, budget)}`);
  print(
    `  ${thousands(turns)} turns, ${thousands(records)} records, ${thousands(rows)} rows, ` +
      `head ${run.head.slice(0, 12)}`,
  );
  const years = (clients * days) / 365;
  print(`  ${time} ms and ${memory} KiB a client`);
  print(`  ${thousands(turns / years)} turns and ${thousands(records / years)} records a client and year`);
  print(`  ${thousands(turns / seconds)} turns per second, ${ratio} of the bare queue`);
}

async function reportSeeds(file: string, seeds: number, budget: number | undefined): Promise<void> {
  const { runs, turns, seconds } = await runSeeds(sqlEngine, file, seeds);
  print(`seeds: ${thousands(runs)} runs of ${file} in ${seconds.toFixed(2)} s${verdict(seconds, budget)}`);
  print(`  ${(runs / seconds).toFixed(1)} runs per second, ${thousands(turns / runs)} turns a run`);
}

function verdict(seconds: number, budget: number | undefined): string {
  if (budget === undefined) return '';
  return seconds <= budget ? ` (budget ${budget} s: kept)` : ` (budget ${budget} s: MISSED)`;
}

function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
