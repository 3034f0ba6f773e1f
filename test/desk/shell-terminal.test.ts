import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn, type IPty } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build, builtProgram } from '../cli/build.ts';
import { smsim } from '../cli/desk.ts';

let folder = '';
const sitting: Typist[] = [];

beforeAll(async () => {
  await build();
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-shell-'));
}, 300_000);
afterAll(async () => {
  for (const typist of sitting) typist.leave();
  await rm(folder, { recursive: true, force: true });
});

const patience = { timeout: 60_000, interval: 20 };

function fail(message: string): never {
  throw new Error(message);
}

/** Somebody at a terminal: types keys, and reads what the screen shows. */
class Typist {
  /** Everything since the last line was sent off. */
  screen = '';
  code: number | undefined;
  readonly #terminal: IPty;

  constructor(given: readonly string[]) {
    this.#terminal = spawn(process.execPath, [builtProgram, 'shell', ...given], {
      ...{ cols: 160, rows: 50, cwd: folder, name: 'xterm' },
      env: { ...process.env, CI: '', NO_COLOR: '1' },
    });
    this.#terminal.onData((data) => {
      this.screen += data;
    });
    this.#terminal.onExit(({ exitCode }) => {
      this.code = exitCode;
    });
  }

  press(keys: string): void {
    this.#terminal.write(keys);
  }

  /** Types a line and waits for the next prompt. */
  async line(text: string): Promise<string> {
    this.screen = '';
    this.press(`${text}\r`);
    await this.sees(prompt);
    return this.screen;
  }

  async sees(wanted: string | RegExp): Promise<void> {
    const matches = (): boolean =>
      typeof wanted === 'string' ? this.screen.includes(wanted) : wanted.test(this.screen);
    await vi.waitFor(() => matches() || fail(`${wanted} is not on the screen:\n${this.screen}`), patience);
  }

  async ended(): Promise<number> {
    return vi.waitFor(() => this.code ?? fail('the shell has not ended'), patience);
  }

  leave(): void {
    if (this.code === undefined) this.#terminal.kill();
  }
}

/** After the line that was typed: the time, the computer and the folder, and the cursor right behind. */
const prompt = /\n.*\\\\\w+ [A-Z]:\\[^\n]*>(?:\u001B\[\d+G)?$/;

const arrowUp = '\u001B[A';
const tab = '\t';
const controlC = '\u0003';
const controlD = '\u0004';

async function sitDown(...given: readonly string[]): Promise<Typist> {
  const typist = new Typist(given);
  sitting.push(typist);
  await typist.sees(prompt);
  return typist;
}

describe('the shell at a terminal', { timeout: 120_000 }, () => {
  let typist: Typist;
  beforeAll(async () => {
    typist = await sitDown();
  }, 120_000);

  it('greets, and prompts with the time and the place', () => {
    expect(typist.screen).toContain('A live session (procedure on 2.0');
    expect(typist.screen).toMatch(/1999-11-15 08:00:00 \\\\SMSSRV1 C:\\>/);
  });

  it('completes words and UNC paths by Tab', async () => {
    typist.press(`dir \\\\SMSS${tab}`);
    await typist.sees('dir \\\\SMSSRV1\\');
    typist.press(`CAP${tab}`);
    await typist.sees('\\\\SMSSRV1\\CAP_ABC\\');
    typist.press(`clidata${tab}`);
    await typist.sees('clidata.box\\');
    expect(await typist.line('')).toContain('Directory of \\\\SMSSRV1\\CAP_ABC\\clidata.box');
  });

  it('brings earlier lines back by the arrow up', async () => {
    await typist.line('run until 09:00');
    await typist.line('services SMSNTCLI8');
    typist.screen = '';
    typist.press(arrowUp + arrowUp);
    await typist.sees('run until 09:00');
    expect(await typist.line('')).toMatch(/1999-11-15 09:00:00, turn \d+/);
  });

  it('stops a run by Ctrl-C, and not the shell', async () => {
    typist.screen = '';
    typist.press('run 3650d\r');
    await new Promise((resolve) => void setTimeout(resolve, 500));
    typist.press(controlC);
    await typist.sees('stopped; run goes on');
    await typist.sees(prompt);
    expect(await typist.line('back to day 1 09:00')).toContain('1999-11-15 09:00:00');
  });

  it('empties a line that was begun by Ctrl-C, twice too, and does none of it', async () => {
    typist.screen = '';
    typist.press(`power off SMSNTCLI8${controlC}${controlC}`);
    await typist.sees(/\^C[^]*\^C/);
    expect(await typist.line('computers')).toMatch(/SMSNTCLI8 .* on /);
  });

  it('explains a line that is mistyped, and goes on', async () => {
    expect(await typist.line('invsink hw SMSNTCLI8')).toContain('did you mean "invsync"?');
    expect(await typist.line('hold open: { pth: C:\\a.txt }')).toMatch(/SM0\d\d[^]*did you mean "path"\?/);
    expect(await typist.line('step')).toMatch(/turn \d+/);
  });

  it('does lines one after another that are typed ahead', async () => {
    typist.screen = '';
    typist.press('run until 10:00\rinvsync hw SMSNTCLI8\rrun 1m\r');
    await typist.sees(/10:00:00, turn[^]*has been sent to SMSNTCLI8[^]*10:01:00, turn/);
  });

  it('ends with exit', async () => {
    typist.press('exit\r');
    expect(await typist.ended()).toBe(0);
  });

  it('saves a scenario that runs', async () => {
    const other = await sitDown('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml');
    await other.line('run until 09:05');
    await other.line('on SMSNTCLI8 setevnt /q');
    await other.line('run 1h');
    expect(await other.line('save class.yaml')).toContain('saved to class.yaml: 1 deed');
    expect(await other.line('save class.yaml')).toContain('is there already');
    expect(await readFile(path.join(folder, 'class.yaml'), 'utf8')).toContain('setevnt');
    const outcome = await smsim(['run', 'class.yaml'], { workingFolder: folder });
    expect(outcome.output + outcome.complaints).toContain('as expected');
    expect(outcome.code).toBe(0);
  });

  it('lets time pass by the clock on the wall, answers meanwhile, and ends with Ctrl-D', async () => {
    const other = await sitDown('--pace', '360000');
    await other.sees(/1999-11-1\d \d\d:\d\d:\d\d {2}SMSSRV1\/SMS_\w+: /);
    other.press('services SMSNTCLI8\r');
    await other.sees('SMS Client Service');
    other.press(controlD);
    expect(await other.ended()).toBe(0);
  });
});
