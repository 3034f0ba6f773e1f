import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isoTime } from '../kernel/index.ts';
import {
  printRegistryFile,
  type Computer,
  type RegistryFileKey,
  type RegistryValue,
  type World,
} from '../world/index.ts';
import type { Context } from './context.ts';
import { exportFiles } from './export-files.ts';
import { hostName } from './host-name.ts';
import type { CaseOptions } from './options.ts';
import { writeWholeFolder } from './output-file.ts';
import { playUntil } from './play-until.ts';
import { chooseCase } from './selection.ts';
import { runTools } from './workshop.ts';

/** Writes everything that exists at a moment of a run into a new folder: all of it, or nothing. */
export async function exportScenario(
  context: Context,
  file: string,
  options: CaseOptions & { readonly at: string; readonly to: string },
): Promise<void> {
  const chosen = await chooseCase(context, file, options);
  const { world } = await playUntil(context, chosen, await runTools(), options.at);
  await writeWholeFolder(path.resolve(context.workingFolder, options.to), async (beside) => {
    await exportWorld(world, beside);
  });
  const names = [...world.computers.values()].map((computer) => computer.name);
  context.write(`written to ${options.to}: ${names.join(', ')}\n`);
}

async function exportWorld(world: World, folder: string): Promise<void> {
  for (const computer of world.computers.values()) {
    const own = path.join(folder, hostName(computer.name));
    await mkdir(own, { recursive: true });
    await exportFiles(computer.files.save().entries, own);
    await writeFile(path.join(own, 'registry.reg'), registryText(computer));
    await writeFile(path.join(own, 'event-log.txt'), eventLogText(computer));
  }
  for (const database of world.databases.values()) {
    const server = world.site(database.siteCode)?.server ?? database.siteCode;
    await writeFile(path.join(folder, hostName(server), `${hostName(database.name)}.sqlite`), database.save());
  }
}

function registryText(computer: Computer): string {
  const keys = computer.registry.save().map(([key, values]): RegistryFileKey => {
    const full = key.replace(/^HKLM(?=\\|$)/i, 'HKEY_LOCAL_MACHINE').replace(/^HKCU(?=\\|$)/i, 'HKEY_CURRENT_USER');
    return { path: full, values: values.map(([name, value]) => ({ name, ...exported(value) })) };
  });
  return printRegistryFile(keys.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Binary values are kept as hexadecimal digits and written as bytes. */
function exported(value: RegistryValue) {
  if (value.type !== 'REG_BINARY') return value;
  const bytes = value.data.match(/[0-9a-f]{2}/gi) ?? [];
  return { type: value.type, data: bytes.map((byte) => Number.parseInt(byte, 16)) };
}

/** Tab-separated, as the Event Viewer of Windows NT saves a log. */
function eventLogText(computer: Computer): string {
  const lines = computer.events.map(({ time, log, source, id, type, text }) =>
    [isoTime(time).slice(0, 19), log, source, type, id, text.replaceAll(/\s+/g, ' ')].join('\t'),
  );
  return lines.map((line) => `${line}\r\n`).join('');
}
