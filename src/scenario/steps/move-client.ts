import { z } from 'zod';
import type { Adapter, Computer, Hardware } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** A computer is carried to another desk: another subnet, another address, or another network card. */
export const moveClient = defineStep({
  name: 'move client',
  summary: 'Gives a network adapter of a computer another address, subnet or MAC address, or its users another domain',
  schema: z
    .strictObject({
      on: computerName().describe('Computer that moves'),
      adapter: z.number().int().min(1).default(1).describe('Which adapter, from 1; the next number adds one'),
      address: z.string().optional().describe('IP address'),
      subnet: z.string().optional().describe('IP subnet'),
      'MAC address': z.string().optional().describe('00:80:5F:12:34:56'),
      silent: z
        .boolean()
        .optional()
        .describe('Whether the card, whose driver is loaded, is not in use and cannot be read'),
      domain: z.string().optional().describe('Windows NT domain to which its users log on from now on'),
      remove: z.boolean().default(false).describe('Takes the adapter out'),
    })
    .refine(
      (given) =>
        given.remove ||
        (given.address ?? given.subnet ?? given['MAC address'] ?? given.silent ?? given.domain) !== undefined,
      'name address, subnet, MAC address, silent, domain or remove',
    ),
  example: 'move client: { on: PC1, address: 10.2.0.15, subnet: 10.2.0.0 }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    const index = given.adapter - 1;
    if (index > computer.adapters.length - (given.remove ? 1 : 0)) {
      return play.fail(`${computer.name} has no adapter ${given.adapter}`);
    }
    if (given.domain !== undefined && play.world.domain(given.domain) === undefined) {
      return play.fail(`there is no Windows NT domain ${given.domain}`);
    }
    computer.domain = given.domain ?? computer.domain;
    const { address, subnet } = given;
    const change: Partial<Adapter> = {
      ...(address === undefined ? {} : { address }),
      ...(subnet === undefined ? {} : { subnet }),
      ...(given['MAC address'] === undefined ? {} : { macAddress: given['MAC address'] }),
    };
    const fresh = { address: '0.0.0.0', subnet: '0.0.0.0', macAddress: '00:00:00:00:00:00' };
    const { silent, ...card } = { ...(computer.adapters[index] ?? fresh), ...change };
    const changed: Adapter = (given.silent ?? silent) === true ? { ...card, silent: true } : card;
    const others = computer.adapters.toSpliced(index, 1);
    computer.adapters = given.remove ? others : others.toSpliced(index, 0, changed);
    computer.hardware = { ...computer.hardware, ...reported(computer) };
    const detail = given.remove ? 'taken out' : `${changed.address} in ${changed.subnet}, ${changed.macAddress}`;
    play.simulation.record('network', computer.name, `adapter ${given.adapter}`, detail);
    return undefined;
  },
});

/** What providers say of the adapters; only classes that the computer's hardware has already. */
function reported({ adapters, hardware }: Computer): Hardware {
  const own: Hardware = {
    Win32_NetworkAdapter: adapters.map(({ macAddress }, index) => ({
      ...hardware['Win32_NetworkAdapter']?.[index],
      DeviceID: String(index),
      MACAddress: macAddress,
    })),
    Win32_NetworkAdapterConfiguration: adapters.map(({ address, subnet, macAddress }, index) => ({
      ...hardware['Win32_NetworkAdapterConfiguration']?.[index],
      Index: index,
      IPAddress: address,
      IPSubnet: subnet,
      MACAddress: macAddress,
    })),
  };
  return Object.fromEntries(Object.entries(own).filter(([name]) => hardware[name] !== undefined));
}
