import { z } from 'zod';
import { operatingSystemNames } from '../../world/index.ts';
import { sizeMet, sizeShape } from '../finding/size-wish.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A computer as somebody who stands before it finds it. */
export const computer = defineExpectation({
  name: 'computer',
  summary: 'A computer: its power, its user, whether inventory keeps it busy, its Windows, address and free space',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    power: z.enum(['on', 'off']).optional(),
    user: z.string().nullable().optional().describe('Who is logged on; null for nobody'),
    administrator: z.boolean().optional().describe('Whether that user has administrative rights'),
    busy: z.union([z.boolean(), patternText()]).optional().describe('Whether it is busy and slow, or with what'),
    'operating system': z.enum(operatingSystemNames).optional(),
    address: z.string().optional().describe('IP address of one of its adapters'),
    subnet: z.string().optional().describe('IP subnet of one of its adapters'),
    zone: z.string().optional().describe('Standard name of its time zone'),
    drive: z.string().length(1).optional().describe('Drive whose room is meant; C without it'),
    free: sizeShape.optional().describe('Bytes free on the drive: 2 MB, or at least and at most'),
  }),
  example: 'computer: { on: SMSNTCLI8, power: off }',
  looksAt: 'state',
  check(play, given) {
    const found = play.world.mustHave(given.on);
    const { power, user, busyWith, operatingSystem, adapters, zone } = found;
    const free = found.files.freeSpace(given.drive ?? 'C');
    const met =
      (given.power ?? power) === power &&
      (given.user === undefined || (user?.name.toUpperCase() ?? null) === (given.user?.toUpperCase() ?? null)) &&
      (given.administrator === undefined || user?.administrator === given.administrator) &&
      isBusy(given.busy, busyWith) &&
      (given['operating system'] ?? operatingSystem.name) === operatingSystem.name &&
      (given.address === undefined || adapters.some((one) => one.address === given.address)) &&
      (given.subnet === undefined || adapters.some((one) => one.subnet === given.subnet)) &&
      (given.zone ?? zone).toUpperCase() === zone.toUpperCase() &&
      sizeMet(given.free, free);
    const person =
      user === undefined
        ? 'nobody logged on'
        : `${user.name} logged on${user.administrator ? ' as administrator' : ''}`;
    const work = busyWith === undefined ? 'not busy' : `busy with ${busyWith}`;
    const address = adapters.map((one) => `${one.address} in ${one.subnet}`).join(', ');
    const room = `${free} bytes free on ${given.drive ?? 'C'}:`;
    return { met, actual: [`power ${power}`, person, work, operatingSystem.name, address, zone, room].join('; ') };
  },
});

function isBusy(wanted: boolean | string | undefined, busyWith: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'boolean') return wanted === (busyWith !== undefined);
  return busyWith !== undefined && matches(wanted, busyWith);
}
