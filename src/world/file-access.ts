import type { Computer } from './computer.ts';
import type { Content, FileFacts, FileSystem, Opener, OpenOptions, WriteOptions } from './files/index.ts';
import { failure, success, win32, type Outcome } from './outcome.ts';
import type { World } from './world.ts';

/** Where a path leads: the file system that holds it, the path there, and who opens it. */
interface Location {
  readonly computer: Computer;
  readonly files: FileSystem;
  readonly path: string;
  readonly opener: Opener;
}

/**
 * The files a process can reach: local paths (`C:\SMS\Logs`) and UNC paths (`\\CAP1\CAP_ABC\clidata.box`) through
 * one interface. A UNC path asks for the network (53), the share (67), the share's permissions and a session (5).
 */
export class FileAccess {
  readonly #world: World;
  readonly #computer: Computer;
  readonly #process: string;
  readonly #account: string;

  constructor(world: World, computer: Computer, process: string, account: string) {
    this.#world = world;
    this.#computer = computer;
    this.#process = process;
    this.#account = account;
  }

  stat(path: string): Outcome<FileFacts> {
    return this.#at(path, (l) => l.files.stat(l.opener, l.path));
  }

  exists(path: string): boolean {
    return this.stat(path).ok;
  }

  /** The entries of a folder that match a DOS pattern, in the order the file system lists them. */
  list(folder: string, pattern = '*.*'): Outcome<readonly FileFacts[]> {
    return this.#at(folder, (l) => l.files.list(l.opener, l.path, pattern));
  }

  /** Reads a whole file (open, read, close in one moment). */
  read(path: string): Outcome<Content> {
    return this.#at(path, (l) => this.#counted(l, l.files.read(l.opener, l.path)));
  }

  readText(path: string): Outcome<string> {
    const content = this.read(path);
    return content.ok ? success('text' in content.value ? content.value.text : '') : content;
  }

  write(path: string, content: Content, options?: WriteOptions): Outcome {
    this.#countWrite(path, content.size);
    return this.#at(path, (l) => l.files.write(l.opener, l.path, content, options));
  }

  writeText(path: string, text: string, options?: WriteOptions): Outcome {
    return this.write(path, { text, size: text.length }, options);
  }

  append(path: string, text: string): Outcome {
    return this.#at(path, (l) => l.files.append(l.opener, l.path, text));
  }

  delete(path: string): Outcome {
    return this.#at(path, (l) => l.files.delete(l.opener, l.path));
  }

  /** Renames within one computer; between computers see the world's transfers. */
  move(from: string, to: string): Outcome {
    return this.#between(from, to, (l, target) => l.files.move(l.opener, l.path, target));
  }

  /** Copies within one computer in no time; copies that take time are the world's transfers. */
  copy(from: string, to: string): Outcome {
    return this.#between(from, to, (l, target) => l.files.copy(l.opener, l.path, target));
  }

  createFolder(path: string): Outcome {
    return this.#at(path, (l) => l.files.createFolder(l.opener, l.path, { parents: true }));
  }

  /** Opens a handle that stays open until it is closed or the process ends. */
  open(path: string, options: OpenOptions): Outcome<OpenFile> {
    return this.#at<OpenFile>(path, (l) => {
      const handle = l.files.open(l.opener, l.path, options);
      return handle.ok ? success({ computer: l.computer.name, path: l.path, handle: handle.value }) : handle;
    });
  }

  close(file: OpenFile): void {
    this.#world.computer(file.computer)?.files.close(file.handle);
  }

  /** The computer, local path and opener behind a path, after all checks on the way. */
  locate(path: string): Outcome<Location> {
    if (!path.startsWith('\\\\')) return success(this.#local(path));
    const [server = '', share = '', ...rest] = path.slice(2).split('\\');
    if (server.toUpperCase() === this.#computer.name.toUpperCase()) return this.#shared(this.#computer, share, rest);
    const reached = this.#world.reach(this.#computer.name, server);
    if (!reached.ok) return reached;
    return this.#shared(this.#world.mustHave(server), share, rest);
  }

  #local(path: string): Location {
    return { computer: this.#computer, files: this.#computer.files, path, opener: this.#opener(true, this.#account) };
  }

  #shared(computer: Computer, share: string, rest: readonly string[]): Outcome<Location> {
    const folder = computer.files.resolveShare(share);
    if (folder === undefined) return failure(win32.badNetName);
    const path = [folder, ...rest].join('\\');
    if (computer === this.#computer) return success(this.#local(path));
    const account = this.#world.sessionAccount(this.#computer.name, computer.name) ?? this.#account;
    if (this.#world.accounts.get(account) === undefined) return failure(win32.accessDenied);
    const opener = this.#opener(false, account);
    if (!computer.files.shareAllows(share, opener, 'read')) return failure(win32.accessDenied);
    return success({ computer, files: computer.files, path, opener });
  }

  #opener(local: boolean, account: string): Opener {
    const groups = local ? ['Administrators'] : (this.#world.accounts.get(account)?.groups ?? []);
    return { process: this.#process, account, local, groups };
  }

  #at<T>(path: string, use: (location: Location) => Outcome<T>): Outcome<T> {
    const location = this.locate(path);
    return location.ok ? use(location.value) : location;
  }

  #between(from: string, to: string, use: (source: Location, target: string) => Outcome): Outcome {
    const target = this.locate(to);
    if (!target.ok) return target;
    return this.#at(from, (source) => use(source, target.value.path));
  }

  #counted(location: Location, content: Outcome<Content>): Outcome<Content> {
    if (!content.ok) return content;
    this.#world.onLook?.(location.computer.name, location.path);
    this.#world.network.count(this.#computer.name, location.computer.name, content.value.size);
    return content;
  }

  #countWrite(path: string, bytes: number): void {
    if (!path.startsWith('\\\\')) return;
    this.#world.network.count(this.#computer.name, path.slice(2, path.indexOf('\\', 2)), bytes);
  }
}

/** A handle held open across turns. */
export interface OpenFile {
  readonly computer: string;
  readonly path: string;
  readonly handle: number;
}
