import { z } from 'zod';
import { tools, type ToolContext } from '../../components/index.ts';
import { processName } from '../../simulation/index.ts';
import type { Computer, Message } from '../../world/index.ts';
import { actorOn } from '../actor.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { changeSite, siteFor } from '../site-of-step.ts';
import { defineStep, type StepVerb } from '../verb.ts';

const commandLine = z.string().describe('What is typed after the name of the tool');

const root = 'C:';

const directory = z.string().default(root).describe('Directory in which it is typed');

const typedAnywhere = computerName().describe('Computer at which it is typed');

/** Tools for administrators are typed on the site server unless a step says otherwise; the others need a client. */
const administratorsTools: readonly string[] = [
  'invsync',
  'cliverify',
  'readsche',
  'dumpsync',
  'hdecomp',
  'smsiddup',
  'datdupck',
  'datdupcl',
  'sendcode',
];

const examples: Readonly<Record<string, string>> = {
  invsync: 'invsync: hw SMSNTCLI8',
  setevnt: 'setevnt: { on: PC1, arguments: /q cq }',
  smscfg: 'smscfg: { on: PC1, arguments: start Hardware Inventory Agent }',
  clitravl: 'clitravl: { on: PC1, arguments: /TRAVEL=ON /PROMPT=OFF }',
  cliverify: 'cliverify: SMSSRV1 every 14',
  invdos: 'invdos: { on: PC1, arguments: /F }',
  invwin32: 'invwin32: { on: PC1, arguments: /F /E }',
  invos2: 'invos2: { on: PC1, arguments: /F }',
  runsms: 'runsms: { on: PC1, arguments: \\\\LAMSRV1\\SMS_SHR }',
  cli_dos: 'cli_dos: { on: PC1, arguments: /f }',
  cli_nt: 'cli_nt: { on: PC1, arguments: /f }',
  cli_os2: 'cli_os2: { on: PC1, arguments: /f }',
  upgrade: 'upgrade: { on: PC1, arguments: \\\\LAMSRV1\\SMS_SHR }',
  deinstal: 'deinstal: { on: PC1, arguments: \\\\LAMSRV1\\SMS_SHR }',
  answer: 'answer: { on: PC1, arguments: Y }',
  readsche: "readsche: '00011700001000F0'",
  dumpsync: "dumpsync: { in: 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\INVDOM.BOX\\LAMWORLD.000', arguments: 30 /Dump }",
  smsiddup: 'smsiddup: LAMSRV1 sa "" SMS',
  datdupck: 'datdupck: LAMSRV1 sa "" SMS',
  datdupcl: 'datdupcl: LAMSRV1 sa "" SMS',
  sendcode: 'sendcode: SMS_SITE_CONFIG_MANAGER 192',
  hdecomp: "hdecomp: 'C:\\HOTFIX\\Invmac.mac C:\\TEMP\\Invmac.mac'",
  'mac installer': 'mac installer: { on: MAC1, arguments: LAMSRV1 }',
};

/** Every tool of the time is a verb under the name that is typed. */
export const toolVerbs: readonly StepVerb[] = tools.map((tool) => {
  const typed = z
    .union([commandLine, z.array(z.string())])
    .default('')
    .describe(tool.syntax);
  const onClient = z.strictObject({ on: typedAnywhere, in: directory, arguments: typed });
  const onServer = z.strictObject({ on: typedAnywhere.optional(), in: directory, arguments: typed });
  return defineStep({
    name: tool.name,
    summary: tool.summary.replace(/\.$/, ''),
    schema: administratorsTools.includes(tool.name) ? z.union([commandLine, onServer]) : onClient,
    example: examples[tool.name] ?? `${tool.name}: { on: PC1 }`,
    run(play, given: string | z.infer<typeof onServer>) {
      const whole = typeof given === 'string' ? { on: undefined, in: root, arguments: given } : given;
      const { on, in: folder, arguments: words } = whole;
      const computer = play.world.mustHave(on ?? siteFor(play).server);
      if (computer.power === 'off') return play.fail(`${computer.name} is off`);
      return runTool(play, computer, tool.name, typeof words === 'string' ? wordsOf(words) : words, folder);
    },
  });
});

/** Runs a tool as if its name and arguments were typed at a computer; its answer joins the tool runs of the play. */
export function runTool(play: Play, computer: Computer, name: string, words: readonly string[], folder = root): void {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined) throw new Error(`no tool named ${name}`);
  const command = [name, ...words].join(' ');
  const { simulation } = play;
  simulation.record('note', computer.name, 'tool', command);
  const { output, exitCode } = tool.run({ ...contextOf(play, computer), folder }, words);
  simulation.record('note', computer.name, `${name} answered ${exitCode}`, output);
  play.toolRuns.push({ time: simulation.now, computer: computer.name, command, output, exitCode });
}

/** Words as a command line separates them; double quotes keep what is between them together. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function contextOf(play: Play, computer: Computer): Omit<ToolContext, 'folder'> {
  const { simulation, world } = play;
  const post = (component: string, message: Message): void => {
    simulation.post('scenario', processName(computer.name, component), message, 0);
  };
  return {
    world,
    computer,
    files: actorOn(play, computer.name),
    site: [...world.sites.values()].find((site) => site.server.toUpperCase() === computer.name.toUpperCase()),
    instant: simulation.now,
    post,
    start: (component) => simulation.startProcess(computer.name, component),
    runs: (component) => simulation.processes.has(processName(computer.name, component)),
    show: (title, text) => {
      computer.dialogs.push({ time: computer.now(), title, text });
      simulation.record('window', computer.name, title, text);
    },
    random: (stream) => simulation.random.stream(stream),
    setting: (site, name) => simulation.setting(site, name),
    changeSetting: (site, name, value) =>
      changeSite(play, site.code, ({ settings }) => ({ settings: { ...settings, [name]: value } })),
  };
}
