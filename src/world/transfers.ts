import { second, type Instant } from '../kernel/index.ts';
import type { FileAccess, OpenFile } from './file-access.ts';
import type { Content, FileFacts, WriteOptions } from './files/index.ts';
import { localBytesPerSecond } from './network.ts';
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
  /** What the target keeps of its source; the time of its creation is its own, as CopyFile leaves it. */
  readonly facts: WriteOptions;
  readonly reading: OpenFile;
  readonly writing: OpenFile;
  /** Bytes that had passed when the present pace began, when that was, and when it ends at this pace. */
  readonly passed: number;
  readonly since: Instant;
  readonly until: Instant;
  /** The speed of the link that the pace comes from. */
  readonly bytesPerSecond: number;
  /** Set while its link is held: nothing passes, and `until` means nothing. */
  readonly paused: boolean;
  readonly waiting: readonly number[];
}

type Opened = Omit<Transfer, 'id' | 'passed' | 'since' | 'until' | 'bytesPerSecond' | 'paused' | 'waiting'>;

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
    const now = this.#world.hooks.now();
    this.#continue({
      id,
      ...opened.value,
      passed: 0,
      since: now,
      until: now,
      bytesPerSecond: 0,
      paused: false,
      waiting: [],
    });
    return { ok: true, value: id };
  }

  /** A message to the receiver `world` has come due: a copy is half done or done. */
  due(id: number, stage: 'half' | 'whole'): void {
    const transfer = this.#active.get(id);
    if (transfer === undefined) return;
    if (stage === 'half') this.#tellHalf(transfer, this.#bytesNow(transfer));
    else this.#finish(transfer);
  }

  /** Links have changed: copies over a lost one break off (64), others pause, go on or change their pace. */
  linkChanged(): void {
    this.#world.endBrokenSessions();
    for (const transfer of this.active()) {
      const reached = this.#world.reach(transfer.from, transfer.to).ok;
      if (!reached) this.#break(this.#pace(transfer), win32.networkNameDeleted);
      else if (!this.#keepsPace(transfer)) this.#continue(this.#pace(transfer));
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

  #open(request: TransferRequest): Outcome<Opened> {
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
        facts: keptFacts(facts.value),
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
    const { id, from, to, passed, content } = transfer;
    const { bytesPerSecond, held } = this.#paceOf(transfer);
    if (held) {
      this.#active.set(id, { ...transfer, bytesPerSecond, paused: true, waiting: [] });
      return;
    }
    const rest = content.size - passed;
    const time = this.#world.network.transferTime(from, to, rest);
    const post = (stage: string, delay: number): number =>
      this.#world.hooks.post(transfer.process, 'world', { type: `transfer ${stage}`, data: { id } }, delay);
    const waiting = [post('whole', time)];
    const toHalf = content.size / 2 - passed;
    if (time >= second && toHalf > 0) waiting.push(post('half', Math.ceil((time * toHalf) / rest)));
    const until = transfer.since + time;
    this.#active.set(id, { ...transfer, until, bytesPerSecond, paused: false, waiting });
  }

  #paceOf(transfer: Transfer): { readonly bytesPerSecond: number; readonly held: boolean } {
    if (transfer.from === transfer.to) return { bytesPerSecond: localBytesPerSecond, held: false };
    return this.#world.network.link(transfer.from, transfer.to);
  }

  #keepsPace(transfer: Transfer): boolean {
    const { bytesPerSecond, held } = this.#paceOf(transfer);
    return transfer.paused ? held : !held && transfer.bytesPerSecond === bytesPerSecond;
  }

  /** Stops the clock of a copy: what has passed by now is fixed, and its deliveries are withdrawn. */
  #pace(transfer: Transfer): Transfer {
    for (const order of transfer.waiting) this.#world.hooks.cancel(order);
    return { ...transfer, passed: this.#bytesNow(transfer), since: this.#world.hooks.now(), waiting: [] };
  }

  /** Bytes pass evenly over the time of the present pace, whatever the link is like by now. */
  #bytesNow({ paused, passed, since, until, content }: Transfer): number {
    const now = this.#world.hooks.now();
    if (paused) return passed;
    if (now >= until) return content.size;
    return passed + Math.floor(((content.size - passed) * (now - since)) / (until - since));
  }
  /** Scenarios can act on this very moment, in which a reader finds half a file. */
  #tellHalf(transfer: Transfer, bytes: number): void {
    const shown = this.#showProgress(transfer, bytes);
    if (!shown.ok) return this.#break(this.#pace(transfer), shown.error);
    const target = `${transfer.to}:${transfer.writing.path}`;
    this.#world.hooks.record('file', transfer.process, target, `half copied ${bytes} bytes`);
    return undefined;
  }

  #showProgress(transfer: Transfer, bytes: number): Outcome {
    return this.#world.mustHave(transfer.to).files.setPartial(transfer.writing.handle, transfer.content, bytes);
  }

  #finish(transfer: Transfer): void {
    const files = this.#world.mustHave(transfer.to).files;
    const written = files.complete(transfer.writing.handle, transfer.content, transfer.facts);
    this.#world.carry(transfer.process, transfer.from, transfer.to, transfer.content.size);
    this.#close(transfer);
    this.#tell(transfer, written);
  }

  #break(transfer: Transfer, error: number): void {
    this.#stop(transfer);
    this.#tell(transfer, failure(error));
  }

  #stop(transfer: Transfer): void {
    this.#showProgress(transfer, transfer.passed);
    this.#world.carry(transfer.process, transfer.from, transfer.to, transfer.passed);
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

function keptFacts({ attributes, modified, version, product }: FileFacts): WriteOptions {
  const resource = { ...(version === undefined ? {} : { version }), ...(product === undefined ? {} : { product }) };
  return { attributes, modified, ...resource };
}
