import { second, type Instant } from '../kernel/index.ts';
import type { FileAccess, OpenFile } from './file-access.ts';
import type { Content, FileFacts } from './files/index.ts';
import { done, failure, win32, type Outcome } from './outcome.ts';
import type { World } from './world.ts';

/** A copy under way: its target exists, grows, and is held under a handle that denies sharing. */
export interface Transfer {
  readonly id: number;
  readonly process: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly target: string;
  readonly content: Content;
  readonly facts: Pick<FileFacts, 'modified' | 'version' | 'product'>;
  readonly reading: OpenFile;
  readonly writing: OpenFile;
  /** Bytes that had passed when the present pace began, and when that was; paused while its link is held. */
  readonly passed: number;
  readonly since: Instant;
  readonly paused: boolean;
  readonly waiting: readonly number[];
}

/** What a process gives to start a copy. */
export interface TransferRequest {
  readonly process: string;
  readonly computer: string;
  readonly access: FileAccess;
  readonly source: string;
  readonly target: string;
  /** Fail with 80 when the target exists, instead of overwriting it. */
  readonly onlyNew?: boolean;
}

/**
 * Copies that take time. A copy makes its target at once, grows it and ends complete, partial or gone; the process
 * that asked gets `copied` or `copy failed` (with the Win32 error). Races with readers happen by themselves.
 */
export class Transfers {
  readonly #world: World;
  readonly #active = new Map<number, Transfer>();
  #nextId = 1;

  constructor(world: World) {
    this.#world = world;
  }

  /** Starts a copy; an error means that nothing was started. */
  start(request: TransferRequest): Outcome<number> {
    const opened = this.#open(request);
    if (!opened.ok) return opened;
    const id = this.#nextId++;
    const transfer = { id, ...opened.value, passed: 0, since: this.#world.hooks.now(), paused: false, waiting: [] };
    this.#continue(transfer);
    return { ok: true, value: id };
  }

  /** A message to the receiver `world` has come due: a copy is half done or done. */
  due(id: number, stage: 'half' | 'whole'): void {
    const transfer = this.#active.get(id);
    if (transfer === undefined) return;
    if (stage === 'half') this.#tellHalf(transfer, this.#bytesNow(transfer));
    else this.#finish(transfer);
  }

  /** The link between two computers (or every link, without names) has changed: copies break off, pause or adapt. */
  linkChanged(): void {
    for (const transfer of [...this.#active.values()]) {
      const paced = this.#pace(transfer);
      if (this.#world.reach(transfer.from, transfer.to).ok) this.#continue(paced);
      else this.#break(paced, win32.networkNameDeleted);
    }
  }

  /** A process has ended: its copies stop where they are and leave partial files. */
  drop(process: string): void {
    for (const transfer of [...this.#active.values()]) {
      if (transfer.process === process) this.#stop(this.#pace(transfer));
    }
  }

  /** A computer lost power: copies to and from it break off. */
  computerLost(name: string): void {
    for (const transfer of [...this.#active.values()]) {
      if (transfer.from === name || transfer.to === name) this.#break(this.#pace(transfer), win32.networkNameDeleted);
    }
  }

  active(): readonly Transfer[] {
    return [...this.#active.values()];
  }

  save(): { readonly nextId: number; readonly active: readonly Transfer[] } {
    return { nextId: this.#nextId, active: this.active() };
  }

  restore(saved: { readonly nextId: number; readonly active: readonly Transfer[] }): void {
    this.#nextId = saved.nextId;
    this.#active.clear();
    for (const transfer of saved.active) this.#active.set(transfer.id, transfer);
  }

  #open(request: TransferRequest): Outcome<Omit<Transfer, 'id' | 'passed' | 'since' | 'paused' | 'waiting'>> {
    const { access, source, target } = request;
    const facts = access.stat(source);
    if (!facts.ok) return facts;
    const content = this.#contentOf(access, source);
    if (!content.ok) return content;
    const reading = access.open(source, { access: 'read', share: 'read', create: 'open existing' });
    if (!reading.ok) return reading;
    const create = request.onlyNew === true ? 'create new' : 'create always';
    const writing = access.open(target, { access: 'write', share: 'none', create });
    if (!writing.ok) {
      access.close(reading.value);
      return writing;
    }
    return {
      ok: true,
      value: {
        process: request.process,
        from: reading.value.computer,
        to: writing.value.computer,
        source,
        target,
        content: content.value,
        facts: facts.value,
        reading: reading.value,
        writing: writing.value,
      },
    };
  }

  /** The bytes as they are when the copy begins; nobody can write them while the copy reads. */
  #contentOf(access: FileAccess, source: string): Outcome<Content> {
    const location = access.locate(source);
    if (!location.ok) return location;
    const { computer, files, opener, path } = location.value;
    this.#world.onLook?.(computer.name, path);
    return files.read(opener, path);
  }

  #continue(transfer: Transfer): void {
    const link = this.#world.network.link(transfer.from, transfer.to);
    const local = transfer.from === transfer.to;
    if (link.held && !local) {
      this.#active.set(transfer.id, { ...transfer, paused: true, waiting: [] });
      return;
    }
    const rest = transfer.content.size - transfer.passed;
    const time = this.#world.network.transferTime(transfer.from, transfer.to, rest);
    const post = (stage: string, delay: number): number =>
      this.#world.hooks.post(
        transfer.process,
        'world',
        { type: `transfer ${stage}`, data: { id: transfer.id } },
        delay,
      );
    const waiting = [post('whole', time)];
    if (time >= second && transfer.passed * 2 < transfer.content.size) {
      waiting.push(post('half', Math.floor(this.#timeToHalf(transfer))));
    }
    this.#active.set(transfer.id, { ...transfer, paused: false, waiting });
  }

  #timeToHalf(transfer: Transfer): number {
    return this.#world.network.transferTime(transfer.from, transfer.to, transfer.content.size / 2 - transfer.passed);
  }

  /** Stops the clock of a copy: what has passed by now is fixed, and its deliveries are withdrawn. */
  #pace(transfer: Transfer): Transfer {
    for (const order of transfer.waiting) this.#world.hooks.cancel(order);
    return { ...transfer, passed: this.#bytesNow(transfer), since: this.#world.hooks.now(), waiting: [] };
  }

  #bytesNow(transfer: Transfer): number {
    if (transfer.paused) return transfer.passed;
    const elapsed = this.#world.hooks.now() - transfer.since;
    const whole = this.#world.network.transferTime(transfer.from, transfer.to, transfer.content.size);
    const share = whole === 0 ? 1 : elapsed / whole;
    return Math.min(transfer.content.size, transfer.passed + Math.floor(transfer.content.size * share));
  }

  /** Scenarios can act on this very moment, in which a reader finds half a file. */
  #tellHalf(transfer: Transfer, bytes: number): void {
    this.#showProgress(transfer, bytes);
    const target = `${transfer.to}:${transfer.writing.path}`;
    this.#world.hooks.record('file', transfer.process, target, `half copied ${bytes} bytes`);
  }

  #showProgress(transfer: Transfer, bytes: number): void {
    this.#world.computer(transfer.to)?.files.setPartial(transfer.writing.handle, transfer.content, bytes);
  }

  #finish(transfer: Transfer): void {
    const files = this.#world.mustHave(transfer.to).files;
    const written = files.complete(transfer.writing.handle, transfer.content, transfer.facts);
    this.#world.network.count(transfer.from, transfer.to, transfer.content.size);
    this.#close(transfer);
    this.#tell(transfer, written);
  }

  #break(transfer: Transfer, error: number): void {
    this.#stop(transfer);
    this.#tell(transfer, failure(error));
  }

  #stop(transfer: Transfer): void {
    this.#showProgress(transfer, transfer.passed);
    this.#world.network.count(transfer.from, transfer.to, transfer.passed);
    this.#close(transfer);
  }

  #close(transfer: Transfer): void {
    this.#active.delete(transfer.id);
    for (const file of [transfer.reading, transfer.writing])
      this.#world.computer(file.computer)?.files.close(file.handle);
  }

  #tell(transfer: Transfer, outcome: Outcome = done): void {
    const data = { source: transfer.source, target: transfer.target, error: outcome.ok ? 0 : outcome.error };
    const type = outcome.ok ? 'copied' : 'copy failed';
    this.#world.hooks.post('world', transfer.process, { type, data }, 0);
  }
}
