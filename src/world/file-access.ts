import type { Computer } from './computer.ts';
import type { Content, FileFacts, FileSystem, Opener, OpenOptions, Wish, WriteOptions } from './files/index.ts';
import { done, failure, success, win32, type Outcome } from './outcome.ts';
import type { World } from './world.ts';

/** Where a path leads: the file system that holds it, the path there, and who opens it. */
interface Location {
  readonly computer: Computer;
  readonly files: FileSystem;
  readonly path: string;
  readonly opener: Opener;
}

const administrators: readonly string[] = ['Administrators'];

/**
 * The files a process can reach: local paths (`C:\SMS\Logs`) and UNC paths (`\\CAP1\CAP_ABC\clidata.box`) through
 * one interface. A UNC path asks for the network (53, 121), the share (67), a logon (1326, 1331, 1909) and the
 * permissions (5).
 */
export class FileAccess {
  readonly #world: World;
  readonly #computer: Computer;
  readonly #process: string;
  readonly #account: string;
  readonly #password: string | undefined;
  /** Who opens files of this computer itself. */
  readonly #atHome: Opener;
  /** How many calls have failed so far. */
  failures = 0;

  /** `password`: the one that a service has for its account; people know theirs. */
  constructor(world: World, computer: Computer, process: string, account: string, password?: string) {
    this.#world = world;
    this.#computer = computer;
    this.#process = process;
    this.#account = account;
    this.#password = password;
    this.#atHome = { process, account, local: true, groups: administrators };
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

  /** Equal texts mean that a look at a folder and all below it would show what it showed before. */
  stamp(folder: string): string {
    const location = this.locate(folder);
    return location.ok ? location.value.files.stamp(location.value.opener, location.value.path) : `${location.error}`;
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
    return this.#writing(path, content.size, (l) => l.files.write(l.opener, l.path, content, options));
  }

  writeText(path: string, text: string, options?: WriteOptions): Outcome {
    return this.write(path, { text, size: text.length }, options);
  }

  append(path: string, text: string): Outcome {
    return this.#writing(path, text.length, (l) => l.files.append(l.opener, l.path, text));
  }

  delete(path: string): Outcome {
    return this.#at(path, (l) => l.files.delete(l.opener, l.path), 'delete');
  }

  /** Renames within one computer; asking for it between computers is a bug, those are the world's transfers. */
  move(from: string, to: string): Outcome {
    return this.#between(from, to, 'delete', (l, target) => l.files.move(l.opener, l.path, target));
  }

  /** Copies within one computer in no time; copies between computers take time and are the world's transfers. */
  copy(from: string, to: string): Outcome {
    return this.#between(from, to, 'read', (l, target) => l.files.copy(l.opener, l.path, target));
  }

  createFolder(path: string): Outcome {
    return this.#at(path, (l) => l.files.createFolder(l.opener, l.path, { parents: true }), 'write');
  }

  /** Opens a handle that stays open until it is closed or the process ends. */
  open(path: string, options: OpenOptions): Outcome<OpenFile> {
    const use = (l: Location): Outcome<OpenFile> => {
      const handle = l.files.open(l.opener, l.path, options);
      return handle.ok ? success({ computer: l.computer.name, path: l.path, handle: handle.value }) : handle;
    };
    return this.#at(path, use, options.access === 'read' ? 'read' : 'write');
  }

  close(file: OpenFile): void {
    this.#world.computer(file.computer)?.files.close(file.handle);
  }

  /** The computer, local path and opener behind a path, after all checks on the way that this wish asks for. */
  locate(path: string, wish: Wish = 'read'): Outcome<Location> {
    if (!path.startsWith('\\\\')) return success(this.#local(path));
    const { server, share, below } = universal(path);
    if (server.toUpperCase() === this.#computer.name.toUpperCase()) {
      return this.#shared(this.#computer, share, below, wish);
    }
    const reached = this.#world.answers(this.#computer.name, server);
    if (!reached.ok) return reached;
    return this.#shared(this.#world.mustHave(server), share, below, wish);
  }

  #local(path: string): Location {
    return { computer: this.#computer, files: this.#computer.files, path, opener: this.#atHome };
  }

  #shared(computer: Computer, share: string, below: string, wish: Wish): Outcome<Location> {
    const folder = computer.files.resolveShare(share) ?? administrativeShare(computer, share);
    if (folder === undefined) return failure(win32.badNetName);
    const path = `${folder}${below}`;
    if (computer === this.#computer) return success(this.#local(path));
    this.#world.load.reached(this.#computer.name, computer.name);
    const session = this.#world.sessionAccount(this.#computer.name, computer.name);
    const admitted = this.#admitted(computer, session);
    if (!admitted.ok) return admitted;
    const account = session ?? this.#account;
    const opener = { process: this.#process, account, local: false, groups: this.#groupsOf(account) };
    if (!mayUse(computer, share, opener, wish)) return failure(win32.accessDenied);
    return success({ computer, files: computer.files, path, opener });
  }

  /** A session holds until it ends, unless its account is gone; without one the account of the process logs on. */
  #admitted(server: Computer, session: string | undefined): Outcome {
    const { name } = this.#computer;
    if (session === undefined) return this.#world.admit(name, server.name, this.#account, this.#password);
    return this.#world.accounts.get(session) === undefined ? failure(win32.accessDenied) : done;
  }

  #groupsOf(account: string): readonly string[] {
    return this.#world.accounts.get(account)?.groups ?? [];
  }

  #at<T>(path: string, use: (location: Location) => Outcome<T>, wish?: Wish): Outcome<T> {
    const location = this.locate(path, wish);
    const outcome = location.ok ? use(location.value) : location;
    if (!outcome.ok) this.failures++;
    return outcome;
  }

  #between(from: string, to: string, wish: Wish, use: (source: Location, target: string) => Outcome): Outcome {
    const target = this.locate(to, 'write');
    if (!target.ok) return target;
    const within = (source: Location): Outcome => {
      if (source.computer !== target.value.computer) throw new Error(`${from} and ${to} are on different computers`);
      return use(source, target.value.path);
    };
    return this.#at(from, within, wish);
  }

  #counted(location: Location, content: Outcome<Content>): Outcome<Content> {
    if (!content.ok) return content;
    this.#world.onLook?.(location.computer.name, location.path);
    this.#world.carry(this.#process, location.computer.name, this.#computer.name, content.value.size);
    return content;
  }

  /** Bytes that were refused have not crossed the link. */
  #writing(path: string, bytes: number, use: (location: Location) => Outcome): Outcome {
    const counted = (location: Location): Outcome => {
      const outcome = use(location);
      if (outcome.ok) this.#world.carry(this.#process, this.#computer.name, location.computer.name, bytes);
      return outcome;
    };
    return this.#at(path, counted, 'write');
  }
}

/** `\\\\server\\share` and what stands below it, with the backslash before it. */
function universal(path: string): { readonly server: string; readonly share: string; readonly below: string } {
  const afterServer = endOfName(path, 2);
  const afterShare = endOfName(path, afterServer + 1);
  return {
    server: path.slice(2, afterServer),
    share: path.slice(afterServer + 1, afterShare),
    below: path.slice(afterShare),
  };
}

function endOfName(path: string, from: number): number {
  const end = path.indexOf('\\', from);
  return end === -1 ? path.length : end;
}

/** Windows NT shares its Windows folder as ADMIN$ (Q262298), its drives as C$ (Q235210), for administrators. */
function administrativeShare(computer: Computer, share: string): string | undefined {
  const { family, windowsFolder } = computer.operatingSystem;
  if (family !== 'Windows NT') return undefined;
  if (share.toUpperCase() === 'ADMIN$') return windowsFolder;
  const letter = /^([A-Z])\$$/i.exec(share)?.[1]?.toUpperCase();
  return computer.files.drives().some((drive) => drive.letter === letter) ? `${letter}:` : undefined;
}

function mayUse(computer: Computer, share: string, opener: Opener, wish: Wish): boolean {
  if (computer.files.resolveShare(share) !== undefined) return computer.files.shareAllows(share, opener, wish);
  return opener.groups.includes('Administrators');
}

/** A handle held open across turns. */
export interface OpenFile {
  readonly computer: string;
  readonly path: string;
  readonly handle: number;
}
