import { EventQueue, RandomStreams, instantOf, type Delivery, type Duration } from '../../src/kernel/index.ts';
import { FileAccess, World, type Computer, type Message } from '../../src/world/index.ts';
import type { TransferRequest } from '../../src/world/transfers.ts';

export const noon = instantOf({ year: 1999, month: 11, day: 15, hour: 12 });
export const administrator = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };

/** A world of PC1, PC2 and CAP1 with the share CAP_ABC, driven by a queue of its own; no processes run in it. */
export class WorldBench {
  readonly queue = new EventQueue<Message>();
  /** What processes would have received, as `time after noon, receiver, type, error`. */
  readonly received: Delivery<Message>[] = [];
  readonly records: string[] = [];
  readonly world: World;
  now = noon;

  constructor() {
    const random = new RandomStreams(1);
    this.world = new World({
      now: () => this.now,
      record: (kind, process, subject, detail) => this.records.push(`${kind} ${process} ${subject} ${detail}`),
      post: (sender, receiver, message, delay) =>
        this.queue.post({ due: this.now + delay, sender, receiver, message, cause: 0 }),
      cancel: (order) => void this.queue.cancel(order),
      random: (stream) => random.stream(stream),
    });
    for (const name of ['PC1', 'PC2', 'CAP1']) this.#addComputer(name);
    const { files } = this.computer('CAP1');
    files.createFolder(administrator, 'C:\\CAP_ABC\\ddr.box', { parents: true });
    files.addShare({ name: 'CAP_ABC', path: 'C:\\CAP_ABC' });
    this.world.accounts.set('Administrator', { groups: ['Administrators'] });
    this.world.accounts.set('SMSClient_ABC', { password: 'secret', groups: ['Users'] });
  }

  computer(name: string): Computer {
    return this.world.mustHave(name);
  }

  /** The files as a process on a computer reaches them. */
  access(computer = 'PC1', process = `${computer}/agent`, account = 'Administrator'): FileAccess {
    return new FileAccess(this.world, this.computer(computer), process, account);
  }

  write(computer: string, path: string, size: number): void {
    this.computer(computer).files.write(administrator, path, { size, token: path });
  }

  /** Size of a file on a disk; undefined when it is not there. */
  size(computer: string, path: string): number | undefined {
    const facts = this.computer(computer).files.stat(administrator, path);
    return facts.ok ? facts.value.size : undefined;
  }

  copy(source: string, target: string, more: Partial<TransferRequest> = {}): ReturnType<World['transfers']['start']> {
    const computer = more.computer ?? 'PC1';
    const process = `${computer}/agent`;
    return this.world.transfers.start({ process, computer, access: this.access(computer), source, target, ...more });
  }

  /** Lets time pass; copies go on, other messages are received. */
  pass(time: Duration): this {
    const end = this.now + time;
    for (let due = this.queue.nextDue(); due !== undefined && due <= end; due = this.queue.nextDue()) {
      this.now = due;
      this.#deliver(this.queue.take() as Delivery<Message>);
    }
    this.now = end;
    return this;
  }

  /** What processes have received so far: milliseconds after noon, type, and the error of a copy. */
  messages(): readonly (readonly [number, string, unknown])[] {
    return this.received.map(({ due, message }) => [due - noon, message.type, message.data?.['error']]);
  }

  #deliver(delivery: Delivery<Message>): void {
    const { receiver, message } = delivery;
    const id = Number(message.data?.['id']);
    if (receiver !== 'world') this.received.push(delivery);
    else this.world.transfers.due(id, message.type === 'transfer half' ? 'half' : 'whole');
  }

  #addComputer(name: string): void {
    const computer = this.world.addComputer({
      name,
      operatingSystem: 'Windows NT 4.0',
      server: name === 'CAP1',
      zone: 'GMT Standard Time',
      adapters: [],
    });
    computer.files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1e9, kind: 'fixed' });
  }
}
