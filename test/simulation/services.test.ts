import { describe, expect, it } from 'vitest';
import { minute, second } from '../../src/kernel/index.ts';
import {
  killProcess,
  logOff,
  logOn,
  powerOff,
  powerOn,
  startService,
  stopService,
} from '../../src/simulation/index.ts';
import { win32 } from '../../src/world/index.ts';
import { Toy, administrator, answers, does, noon, poster, provenance, toy, worker } from './toy-product.ts';

/** Holds a file of its own open and waits for a timer. */
const holder = toy(
  'HOLDER',
  { initial: 'holding', states: { holding: { entry: 'open', after: { 'long time': 'done' } }, done: {} } },
  {
    effects: {
      open: does((self) => {
        self.watch('C:\\TOY\\Inbox');
        self.files.open('C:\\TOY\\held.dat', { access: 'write', share: 'none', create: 'open always' });
      }),
    },
    delays: { 'long time': { provenance, duration: () => minute } },
  },
);

/** Launches HELPER, which launches ASSISTANT. */
const launches = (name: string): object => ({
  initial: 'a',
  states: { a: { entry: name, on: { yes: 'b', no: 'b' } }, b: {} },
});
const launch = (name: string) => answers(['yes', 'no'], (self) => (self.start(name) ? 'yes' : 'no'));
const launcher = toy('LAUNCHER', launches('launch'), { effects: { launch: launch('HELPER') } });
const helper = launched('HELPER', 'LAUNCHER', 'ASSISTANT');
const assistant = launched('ASSISTANT', 'HELPER', 'LAUNCHER');

function launched(name: string, launchedBy: string, starts: string): ReturnType<typeof toy> {
  const { service: _service, ...component } = toy(name, launches('launch'), { effects: { launch: launch(starts) } });
  return { ...component, launchedBy };
}

const listener = toy(
  'LISTENER',
  {
    initial: 'a',
    on: { 'user logged on': { actions: 'show' }, 'user logged off': { actions: 'show' } },
    states: { a: {} },
  },
  { effects: { show: does((self) => self.show(self.message.type, '')) }, hears: ['user logged on', 'user logged off'] },
);

describe('a service', () => {
  it('brings its components to life in the order of the product, each on its thread', () => {
    const made = new Toy([holder, listener]).start();
    expect(made.told('service')).toEqual(['TOY_SERVICE Running']);
    expect(made.told('process')).toEqual(['HOLDER started', 'LISTENER started']);
    expect([...made.simulation.processes.values()].map(({ thread }) => thread)).toEqual([100, 137]);
  });

  it('starts nothing whose file is not installed', () => {
    const made = new Toy([holder, listener]);
    made.computer().files.delete(administrator, 'C:\\TOY\\HOLDER.exe');
    expect(made.start().told('process')).toEqual(['LISTENER started']);
  });

  it('answers with the errors of the Service Control Manager', () => {
    const { simulation } = new Toy([holder]);
    expect(stopService(simulation, 'PC1', 'TOY_SERVICE')).toEqual({ ok: false, error: win32.serviceNotActive });
    expect(startService(simulation, 'PC1', 'NO_SERVICE')).toEqual({ ok: false, error: win32.serviceNotFound });
    expect(stopService(simulation, 'PC1', 'NO_SERVICE')).toEqual({ ok: false, error: win32.serviceNotFound });
    expect(startService(simulation, 'PC1', 'toy_service').ok).toBe(true);
    expect(startService(simulation, 'PC1', 'TOY_SERVICE')).toEqual({ ok: false, error: win32.serviceAlreadyRunning });
    expect(stopService(simulation, 'PC1', 'TOY_SERVICE').ok).toBe(true);
  });

  it('does not start while its start type is Disabled', () => {
    const made = new Toy([holder]);
    const service = made.computer().service('TOY_SERVICE');
    if (service !== undefined) made.computer().setService({ ...service, startType: 'Disabled' });
    expect(startService(made.simulation, 'PC1', 'TOY_SERVICE')).toEqual({ ok: false, error: win32.serviceDisabled });
    expect(made.told('process')).toEqual([]);
  });

  it('is stopped for the Service Control Manager when its only program is killed', () => {
    const made = new Toy([launcher, helper, assistant]).start();
    killProcess(made.simulation, 'PC1/LAUNCHER');
    expect(made.simulation.processes.size).toBe(0);
    expect(made.computer().service('TOY_SERVICE')?.state).toBe('Stopped');
    expect(startService(made.simulation, 'PC1', 'TOY_SERVICE').ok).toBe(true);
  });

  it('runs on when one of its threads is killed, or a program that it launched', () => {
    const made = new Toy([holder, listener, launcher, helper, assistant]).start();
    killProcess(made.simulation, 'PC1/HOLDER');
    killProcess(made.simulation, 'PC1/HELPER');
    expect([...made.simulation.processes.keys()]).toEqual(['PC1/LISTENER', 'PC1/LAUNCHER']);
    expect(made.computer().service('TOY_SERVICE')?.state).toBe('Running');
  });

  it('does not start on a computer that is off', () => {
    const { simulation } = new Toy([holder]);
    powerOff(simulation, 'PC1', 'stopped');
    expect(startService(simulation, 'PC1', 'TOY_SERVICE')).toEqual({ ok: false, error: win32.badNetPath });
    expect(simulation.world.mustHave('PC1').service('TOY_SERVICE')?.state).toBe('Stopped');
  });

  it('ends with everything that its components have launched', () => {
    const made = new Toy([launcher, helper, assistant]).start();
    expect(made.told('answer')).toEqual(['launch no', 'launch yes', 'launch yes']);
    expect([...made.simulation.processes.keys()]).toHaveLength(3);
    stopService(made.simulation, 'PC1', 'TOY_SERVICE');
    expect(made.simulation.processes.size).toBe(0);
  });
});

describe.each(['stopped', 'killed'] as const)('a process that is %s', (how) => {
  const end = (made: Toy): void => void stopService(made.simulation, 'PC1', 'TOY_SERVICE', how);

  it('loses its machine, its timers and its handles', () => {
    const made = new Toy([holder]).start();
    expect(made.computer().files.openHandles()).toHaveLength(1);
    expect(made.simulation.queue.size).toBe(1);
    end(made);
    expect(made.computer().files.openHandles()).toEqual([]);
    expect(made.simulation.queue.size).toBe(0);
    expect(made.told('process').at(-1)).toBe(`HOLDER ${how}`);
    made.start().pass(59 * second);
    expect(made.state('HOLDER')).toBe('holding');
  });

  it('hears of no folder any more', () => {
    const made = new Toy([holder]).start();
    end(made);
    made.computer().files.writeText(administrator, 'C:\\TOY\\Inbox\\1.txt', 'x');
    expect(made.simulation.queue.size).toBe(0);
  });

  it('takes what it has launched with it, and leaves the one that launched it', () => {
    const made = new Toy([launcher, helper, assistant]).start();
    made.simulation.stopProcess('PC1/HELPER', how);
    expect([...made.simulation.processes.keys()]).toEqual(['PC1/LAUNCHER']);
    expect(made.told('process').slice(-2)).toEqual([`HELPER ${how}`, `ASSISTANT ${how}`]);
  });

  it('leaves the file it was copying in part', () => {
    const made = new Toy([poster, worker], { computers: ['SRV1', 'PC1'] });
    made.simulation.world.network.change('PC1', 'SRV1', { bytesPerSecond: 1, latency: 0 });
    made.start('PC1').pass(20 * second);
    const { from, since } = made.simulation.world.transfers.active()[0] ?? { from: '', since: 0 };
    expect(from).toBe('PC1');
    end(made);
    const facts = made.computer('SRV1').files.stat(administrator, 'C:\\TOY\\Inbox\\PC1.dat');
    expect(facts).toMatchObject({ ok: true, value: { size: (made.simulation.now - since) / second } });
    expect(made.simulation.world.transfers.active()).toEqual([]);
  });
});

describe('power', () => {
  it('that is lost ends every process, empties the computer and closes what others held open there', () => {
    const made = new Toy([holder, listener], { computers: ['PC1', 'PC2'] }).start();
    logOn(made.simulation, 'PC1', 'anna', false);
    made.computer().busyWith = 'software inventory';
    made.simulation.world.accounts.set('Administrator', {});
    made.simulation.world.connect('PC2', 'PC1', 'Administrator', '');
    made.computer().files.open({ ...administrator, process: 'PC2/x', local: false }, 'C:\\TOY\\HOLDER.exe', {
      access: 'read',
      share: 'read',
      create: 'open existing',
    });
    powerOff(made.simulation, 'pc1', 'killed');
    expect(made.simulation.processes.size).toBe(0);
    expect(made.computer()).toMatchObject({ power: 'off', user: undefined, busyWith: undefined });
    expect(made.computer().service('TOY_SERVICE')?.state).toBe('Stopped');
    expect(made.computer().files.openHandles()).toEqual([]);
    expect(made.simulation.world.sessions.size).toBe(0);
    expect(made.told('power')).toEqual(['PC1 lost']);
    expect(made.told('process').slice(-2)).toEqual(['HOLDER killed', 'LISTENER killed']);
  });

  it('breaks off copies of others with error 64', () => {
    const made = new Toy([poster, worker], { computers: ['SRV1', 'PC1'] });
    made.simulation.world.network.change('PC1', 'SRV1', { bytesPerSecond: 100 });
    made.start('PC1').pass(10 * second);
    powerOff(made.simulation, 'SRV1', 'killed');
    made.pass(0);
    const told = made.records.find(({ kind, subject }) => kind === 'delivery' && subject === 'copy failed');
    expect(told?.process).toBe('PC1/POSTER');
  });

  it('comes back with the automatic services and a new uptime', () => {
    const made = new Toy([holder]).start();
    powerOff(made.simulation, 'PC1', 'stopped');
    made.computer().setService({ name: 'OTHER', state: 'Stopped', startType: 'Manual', account: 'LocalSystem' });
    made.pass(minute);
    powerOn(made.simulation, 'PC1');
    expect(made.computer().startedAt).toBe(noon + minute);
    expect(made.computer().service('OTHER')?.state).toBe('Stopped');
    expect(made.told('process')).toEqual(['HOLDER started', 'HOLDER stopped', 'HOLDER started']);
    expect(made.told('power')).toEqual(['PC1 off', 'PC1 on']);
  });

  it('is switched off or on only once', () => {
    const made = new Toy([holder]).start();
    powerOn(made.simulation, 'PC1');
    powerOff(made.simulation, 'PC1', 'stopped');
    powerOff(made.simulation, 'PC1', 'killed');
    expect(made.told('power')).toEqual(['PC1 off']);
  });
});

describe('a user', () => {
  it('who logs on or off is heard by the components of that computer that listen', () => {
    const made = new Toy([listener, holder], { computers: ['PC1', 'PC2'] }).start('PC1').start('PC2');
    logOn(made.simulation, 'pc1', 'anna', true);
    made.pass(0);
    expect(made.computer().user).toEqual({ name: 'anna', administrator: true });
    logOff(made.simulation, 'PC1');
    logOff(made.simulation, 'PC1');
    made.pass(0);
    expect(made.computer().user).toBeUndefined();
    expect(made.computer('PC1').dialogs.map(({ title }) => title)).toEqual(['user logged on', 'user logged off']);
    expect(made.computer('PC2').dialogs).toEqual([]);
    expect(made.told('user')).toEqual(['anna logged on', 'anna logged off']);
    expect(made.told('ignored')).toEqual([]);
  });
});
