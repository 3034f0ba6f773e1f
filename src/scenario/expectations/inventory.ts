import { z } from 'zod';
import type { Computer, SiteDatabase } from '../../world/index.ts';
import { counted } from '../finding/amounts.ts';
import { realClasses, storedClasses, type Instance, type StoredClass } from '../finding/stored-hardware.ts';
import { realSoftware, softwareWords, storedSoftware } from '../finding/stored-software.ts';
import type { Play } from '../play.ts';
import { computerName, siteCode } from '../references.ts';
import { defineExpectation, type Finding } from '../verb.ts';

const schema = z
  .strictObject({
    client: computerName().describe('Computer whose inventory is meant'),
    site: siteCode().optional().describe('Site in whose database it lies; the site of the scenario without it'),
    hardware: z.string().optional().describe('WMI class, group name or class identifier; * and ? for several'),
    property: z.string().optional().describe('Property of the class: BIOSVersion'),
    value: z.union([z.string(), z.number()]).optional().describe('Value of that property in one of the instances'),
    software: z.string().optional().describe('File name, with * and ?: *.exe'),
    version: z.string().optional().describe('Product version of one of those files'),
    count: z.number().int().nonnegative().optional().describe('How many instances or kinds of files are stored'),
    stored: z.boolean().optional().describe('Whether anything of it is stored; true without anything else'),
    'equals the machine': z.boolean().optional().describe('Whether what is stored is what the machine really has'),
  })
  .refine((given) => (given.hardware === undefined) !== (given.software === undefined), {
    message: 'inventory looks at either hardware or software',
  })
  .refine((given) => given.hardware !== undefined || (given.property ?? given.value) === undefined, {
    message: 'property and value go with hardware',
  })
  .refine((given) => given.software !== undefined || given.version === undefined, {
    message: 'version goes with software',
  })
  .refine((given) => given.value === undefined || given.property !== undefined, {
    message: 'value needs its property',
  });

type Wanted = z.infer<typeof schema>;

/** The inventory of a client as the site database holds it, also against the truth. */
export const inventory = defineExpectation({
  name: 'inventory',
  summary: 'The stored hardware or software of a client, and whether it is what the machine really has',
  schema,
  example: 'inventory: { client: SMSNTCLI8, hardware: Win32_BIOS, equals the machine: true }',
  looksAt: 'state',
  changesWith: ['transition', 'file', 'step'],
  check(play, given) {
    const code = given.site ?? [...play.world.databases.keys()][0] ?? '';
    const database = play.world.database(code);
    if (database === undefined) return { met: false, actual: `site ${code} has no site database` };
    const computer = play.world.mustHave(given.client);
    if (given.software !== undefined) return software(play, given, given.software, database, computer);
    return hardware(given, storedClasses(database, computer, given.hardware ?? ''), computer);
  },
});

function hardware(given: Wanted, stored: readonly StoredClass[], computer: Computer): Finding {
  const instances = stored.flatMap((one) => one.instances);
  const number = countMet(given, instances.length);
  if (given['equals the machine'] !== undefined) {
    const reported = hardwareLines(stored.filter((one) => one.mof !== undefined));
    return comparison(given['equals the machine'], number, reported, realLines(given, computer));
  }
  if (instances.length === 0) return { met: number, actual: `no ${given.hardware} of ${given.client} is stored` };
  if (given.property === undefined)
    return { met: number, actual: `${counted(instances.length, 'instance')}: ${shown(instances[0])}` };
  const values = instances.map((instance) => valueOf(instance, given.property ?? ''));
  const met = values.some((value) => value !== undefined && String(given.value ?? value) === value);
  const words = values.map((value) => value ?? 'not stored').join(', ');
  return { met: number && met, actual: `${given.property} is ${words}` };
}

function software(play: Play, given: Wanted, name: string, database: SiteDatabase, computer: Computer): Finding {
  const stored = storedSoftware(database, computer, name);
  const number = countMet(given, stored.length);
  if (given['equals the machine'] !== undefined) {
    const real = realSoftware(play, computer, name).map(softwareWords);
    return comparison(given['equals the machine'], number, stored.map(softwareWords), real);
  }
  if (stored.length === 0) return { met: number, actual: `no ${name} of ${given.client} is stored` };
  const met = given.version === undefined || stored.some((one) => one.version === given.version);
  return { met: number && met, actual: stored.slice(0, 3).map(softwareWords).join('; ') };
}

/** Where neither side has anything there is nothing to compare, which is rather a slip of the pen. */
function comparison(equal: boolean, number: boolean, stored: readonly string[], real: readonly string[]): Finding {
  if (stored.length === 0 && real.length === 0) {
    return { met: false, actual: 'neither the database nor the machine has any' };
  }
  const odd = difference(stored, real);
  return {
    met: number && (odd === undefined) === equal,
    actual: odd ?? `${real.length} stored as the machine has them`,
  };
}

function countMet(given: Wanted, found: number): boolean {
  if (given.count !== undefined) return found === given.count;
  if (given['equals the machine'] !== undefined && given.stored === undefined) return true;
  return found > 0 === (given.stored ?? true);
}

function hardwareLines(classes: readonly StoredClass[]): readonly string[] {
  return classes.flatMap((one) => one.instances.map((instance) => `${one.group}: ${shown(instance)}`));
}

function realLines(given: Wanted, computer: Computer): readonly string[] {
  return hardwareLines(realClasses(computer, given.hardware ?? ''));
}

/** The first thing that only one side has, as a sentence; undefined where both have the same. */
function difference(stored: readonly string[], real: readonly string[]): string | undefined {
  const missing = real.find((line) => count(real, line) > count(stored, line));
  const surplus = stored.find((line) => count(stored, line) > count(real, line));
  if (missing === undefined && surplus === undefined) return undefined;
  const parts = [
    ...(missing === undefined ? [] : [`the machine has ${missing}`]),
    ...(surplus === undefined ? [] : [`the database has ${surplus}`]),
  ];
  return parts.join('; ');
}

function count(lines: readonly string[], line: string): number {
  return lines.filter((one) => one === line).length;
}

function valueOf(instance: Instance, property: string): string | undefined {
  return [...instance].find(([name]) => name.toUpperCase() === property.toUpperCase())?.[1];
}

function shown(instance: Instance | undefined): string {
  const sorted = [...(instance ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => `${name}=${value}`).join(', ');
}
