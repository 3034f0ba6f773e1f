import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complete, interpret, Seat, type Answer } from '../../src/desk/shell/index.ts';
import { commands } from '../../src/desk/shell/commands.ts';
import { perform } from '../../src/runner/index.ts';
import { stepVerbs } from '../../src/scenario/index.ts';
import { caseOf, live, tools } from './live.ts';

let seat: Seat;
let saved: Map<string, string>;

beforeEach(() => {
  saved = new Map();
  const keep = async (name: string, text: string) => {
    saved.set(name, text);
    return { ok: true as const, file: name };
  };
  seat = new Seat(live(), { keep });
});
afterEach(() => seat.session.close());

/** What comes of lines that are typed one after another; each has to do what it says. */
async function typed(...lines: readonly string[]): Promise<string> {
  let text = '';
  for (const line of lines) {
    const answer = await interpret(seat, line);
    expect(answer.ok, `${line}\n${answer.text}`).toBe(true);
    text = answer.text;
  }
  return text;
}

const refused = async (line: string): Promise<Answer> => {
  const answer = await interpret(seat, line);
  expect(answer.ok, answer.text).toBe(false);
  return answer;
};

const head = (): string => seat.session.play.simulation.trace.head();

describe('time', () => {
  it('goes on turn by turn, for a span, up to a time, an event or a text', async () => {
    expect(await typed('step')).toMatch(/^1999-11-15 \d\d:\d\d:\d\d {2}turn \d+\n/);
    expect(await typed('run 30m')).toContain('1999-11-15 08:');
    expect(await typed('run until 09:00')).toMatch(/1999-11-15 09:00:00, turn \d+$/);
    await typed('invsync hw SMSNTCLI8');
    expect(await typed("run until file: { on: SMSSRV1, path: 'C:\\CAP_ABC\\clidata.box\\*.cfg' }")).toContain('.cfg');
    expect(await typed('run until "cycle started" at most 2d')).toContain('Hinv32.log');
  });

  it('goes back by turns, spans and times, and forward again', async () => {
    await typed('run until 12:00', 'run until 18:00');
    const before = head();
    const { turn } = seat.session;
    expect(await typed('back')).toContain(`turn ${turn - 1} of ${turn} played`);
    await typed('back 2h', 'back to 09:00', `back to ${turn}`);
    expect(head()).toBe(before);
    expect((await refused('back 100000')).text).toContain('the session began');
    expect((await refused(`back to ${turn + 5}`)).text).toContain('has not been played yet');
  });

  it('stops a run when it is told to', async () => {
    const stop = new AbortController();
    const answer = interpret(seat, 'run 365d', stop.signal);
    setTimeout(() => stop.abort(), 30);
    expect(await answer).toMatchObject({ ok: false, text: expect.stringMatching(/stopped; run goes on$/) });
    expect(await typed('step')).toContain('turn');
  });

  it('has branches that can be compared', async () => {
    await typed('run until 09:00', 'fork asked', 'invsync hw SMSNTCLI8', 'run 1m', 'switch main', 'run until 09:01');
    const text = await typed('diff asked');
    expect(text).toContain('they part at\n  main   has not come so far\n  asked  1999-11-15 09:00:0');
    expect(text).toMatch(/files: \d+\n {2}only there .*clidata/);
    expect(await typed('switch')).toBe('* main\n  asked');
  });
});

describe('looking', () => {
  it('lists folders as cmd.exe does, local and shared', async () => {
    const share = '\\\\SMSSRV1\\CAP_ABC';
    const text = await typed(`dir ${share}\\clidata.box`);
    expect(text).toContain(` Volume in drive ${share} has no label.\n\n Directory of ${share}\\clidata.box\n\n`);
    expect(text).toMatch(/\n11\/15\/99 {2}\d\d:\d\d[ap] {8}<DIR> {10}\.\n/);
    await typed('cd C:\\SMS\\inboxes', 'cd ddm.box', 'cd ..');
    expect(seat.folder).toBe('C:\\SMS\\inboxes');
    expect(await typed('dir /b cli*')).toContain('clidata.src');
    await typed('cd \\\\SMSSRV1\\CAP_ABC\\clidata.box', 'cd ..');
    expect(seat.folder).toBe('\\\\SMSSRV1\\CAP_ABC');
    expect((await refused('dir C:\\nothing\\here')).text).toBe('The system cannot find the path specified.');
    expect((await refused('cd \\\\NOBODY\\C$')).text).toBe('The network path was not found.');
  });

  it('prints files, and logs by their names', async () => {
    await typed('run until day 2 09:00', 'on SMSNTCLI8');
    expect(await typed('tail -2 Ccim32.log')).toMatch(/^[^\n]+\n[^\n]+$/);
    expect((await refused('type Ccim23.log')).text).toContain('did you mean "Ccim32.log"?');
    expect((await refused('type C:\\nothing')).text).toBe('The system cannot find the file specified.');
  });

  it('says who has locked a file away', async () => {
    const file = '\\\\SMSSRV1\\CAP_ABC\\clidata.box\\client.lkp';
    await typed(
      'run until 09:00',
      'invsync hw SMSNTCLI8',
      'run 1m',
      `type ${file}`,
      `lock ${file} as "a scanner" for 10m`,
    );
    expect((await refused(`type ${file}`)).text).toContain('being used by another process');
    await typed('run 11m', `type ${file}`);
  });

  it('prints the registry as reg.exe does', async () => {
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
    expect(await typed(`reg query ${key} /v "Site Code"`)).toBe(
      '\nHKEY_LOCAL_MACHINE\\Software\\Microsoft\\SMS\\Identification\n    Site Code    REG_SZ    ABC',
    );
    expect(await typed('reg query \\\\SMSNTCLI8\\HKLM\\Software\\Microsoft')).toContain('\\SMS');
    expect((await refused('reg query HKLM\\Nothing')).text).toContain('unable to find the specified registry key');
  });

  it('asks the site database', async () => {
    expect(await typed("sql select Name0 from System_DISC where Name0 = 'SMSNTCLI8'")).toMatch(
      /^Name0\n-+\nSMSNTCLI8\n\n\(1 row\)$/,
    );
    expect(await typed('sql')).toContain('System_DISC');
    await refused('sql delete from System_DISC');
    await refused('sql select nothing from nowhere');
  });

  it.each([
    'services',
    'status',
    'who',
    'who SMSNTCLI8',
    'why',
    'trace',
    'trace outline',
    'computers',
    'help',
    'help verbs',
  ])('%s answers something, and changes nothing', async (line) => {
    await typed('run until 10:00');
    const before = head();
    expect((await typed(line)).length).toBeGreaterThan(20);
    expect(head()).toBe(before);
  });

  it('tells what a client waits for, and until when', async () => {
    expect(await typed('who SMSNTCLI8')).toMatch(
      /SMSNTCLI8 +Client Configuration Installation Manager +sleeping +CCIM period +1999-11-16 04:30:00, in 20h/,
    );
  });
});

describe('acting', () => {
  it('types the tools of the time at the computer one sits at', async () => {
    await typed('run until 09:00');
    expect(await typed('invsync hw SMSNTCLI8')).toContain('has been sent to SMSNTCLI8');
    await typed('on SMSNTCLI8 setevnt /q', 'on SMSNTCLI8', 'setevnt /q');
    expect(seat.session.deeds).toHaveLength(3);
  });

  it.each([
    'start component Hardware Inventory Agent',
    'logon ann /admin',
    'power restart',
    'cut SMSSRV1 SMSNTCLI8',
    'net stop "SMS Client Service"',
    'note: the class looks at the clock',
    '{ note: later, after: 5m }',
    "write: { on: SMSNTCLI8, path: 'C:\\a.txt', text: hello }",
  ])('%s does what it says', async (line) => {
    await typed('run until 09:00', 'on SMSNTCLI8', line);
    expect(seat.session.deeds).toHaveLength(1);
  });

  it('heals, unlocks, logs off, copies and deletes', async () => {
    await typed('on SMSNTCLI8', 'cut SMSNTCLI8', 'heal all', 'logon ann', 'logoff');
    await typed(
      "write: { on: SMSNTCLI8, path: 'C:\\a.txt', text: hello }",
      'copy C:\\a.txt C:\\b.txt',
      'del C:\\a.txt',
    );
    expect(await typed('dir /b C:\\*.txt')).toBe('b.txt');
    await typed('lock C:\\b.txt', 'unlock');
  });

  it('saves what was done as a scenario that does the same', async () => {
    await typed('run until 09:00', 'invsync hw SMSNTCLI8', 'run 5m', 'on SMSNTCLI8 setevnt /q', 'run 1h');
    expect(await typed('save my-class')).toMatch(/^saved to my-class\.yaml: 2 deeds, up to 1999-11-15 10:05:00/);
    const again = perform(caseOf(saved.get('my-class.yaml') ?? ''), tools, {});
    expect(again.result.head).toBe(head());
    again.close();
  });
});

describe('a line that is mistyped', () => {
  it.each([
    ['invsink hw SMSNTCLI8', 'did you mean "invsync"?'],
    ['stp', 'did you mean "step"?'],
    ['hold open C:\\a.txt', 'As a verb of the scenario language it takes a colon'],
    ['hold opn: { path: C:\\a.txt }', 'did you mean "hold open"?'],
    ['on SMSNTCLI9', 'there are SMSSRV1'],
    ['run 23', 'is no span of time'],
    ['run until file: { pth: x }', 'did you mean "path"?'],
    ['step many', 'is no number of turns'],
    ['power sideways', 'power takes on, off, down or restart'],
    ['lock:', ''],
    ['help nothing', 'help lists everything'],
    ['switch nowhere', 'there is no branch "nowhere"'],
    ['\u001B[31m', 'is not recognized'],
  ])('%s explains itself and changes nothing', async (line, words) => {
    await typed('run until 09:00');
    const before = [head(), seat.session.now, seat.session.turn];
    expect((await refused(line)).text).toContain(words);
    expect([head(), seat.session.now, seat.session.turn]).toEqual(before);
    expect(seat.session.deeds).toEqual([]);
  });
});

describe('help', () => {
  it.each(commands.map(({ name }) => name))('shows examples of %s', async (name) => {
    expect(await typed(`help ${name}`)).toMatch(/\n\n {2}\S/);
  });

  it('shows an example of every verb', async () => {
    for (const { name, example } of stepVerbs) {
      if (!commands.some((one) => one.name === name)) expect(await typed(`help ${name}`)).toContain(example);
    }
  });
});

describe('completion', () => {
  it.each([
    ['inv', 'invsync'],
    ['hold o', 'open: '],
    ['on SMSN', 'SMSNTCLI8'],
    ['dir \\\\SMSS', '\\\\SMSSRV1\\'],
    ['dir \\\\SMSSRV1\\CAP', '\\\\SMSSRV1\\CAP_ABC\\'],
    ['dir \\\\SMSSRV1\\CAP_ABC\\cli', '\\\\SMSSRV1\\CAP_ABC\\clidata.box\\'],
    ['cd C:\\SMS\\inb', 'C:\\SMS\\inboxes\\'],
    ['reg query HKLM\\Soft', 'HKLM\\Software'],
    ['sql select * from System_D', 'System_DISC'],
    ['invsync hw SMSN', 'SMSNTCLI8'],
    ['help ste', 'step'],
  ])('%s goes on with %s', (line, word) => {
    expect(complete(seat, line)[0]).toContain(word);
  });

  it('has nothing to say where nothing fits, and changes nothing', () => {
    const before = head();
    expect(complete(seat, 'dir \\\\NOBODY\\C$\\x')[0]).toEqual([]);
    expect(complete(seat, 'type C:\\nothing\\x')[0]).toEqual([]);
    expect(head()).toBe(before);
  });
});
