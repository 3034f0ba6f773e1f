import { inWords } from '../../analysis/index.ts';
import type { TraceRecord } from '../../kernel/index.ts';
import { didYouMean } from '../../scenario/index.ts';
import {
  branchDifference,
  type BranchDifference,
  type Differing,
  sessionScenario,
  type Session,
} from '../session/index.ts';
import { Refusal, said } from './answer.ts';
import { shown, standing } from './clock.ts';
import type { ShellCommand } from './command.ts';

const fork: ShellCommand = {
  name: 'fork',
  group: 'time',
  syntax: 'fork <name>',
  summary: 'Begins another branch here and goes on in it; the one before stays as it is',
  examples: [['fork with-setevnt', 'a branch of this name']],
  takes: ['none'],
  run({ session }, { rest }) {
    const name = rest.trim().replaceAll('"', '');
    if (name === '') throw new Refusal('fork needs a name: fork with-setevnt');
    if (session.branches.includes(name)) throw new Refusal(`there is a branch "${name}" already; switch goes there`);
    session.fork(name);
    return said(standing(session));
  },
};

const switchTo: ShellCommand = {
  name: 'switch',
  group: 'time',
  syntax: 'switch [name]',
  summary: 'Goes on in another branch where it was left; without a name it lists them',
  examples: [['switch main', 'the branch that a session begins with']],
  takes: ['branch'],
  run({ session }, { rest }) {
    const name = rest.trim().replaceAll('"', '');
    if (name === '')
      return said(session.branches.map((one) => `${one === session.branch ? '*' : ' '} ${one}`).join('\n'));
    if (!session.switchTo(name)) throw new Refusal(noBranch(session, name));
    return said(standing(session));
  },
};

const diff: ShellCommand = {
  name: 'diff',
  group: 'time',
  syntax: 'diff <branch>',
  summary: 'Where another branch parted from this one, and what is different in files, registry and rows',
  examples: [['diff main', 'this branch beside the first']],
  takes: ['branch'],
  run({ session }, { rest }) {
    const name = rest.trim().replaceAll('"', '') || (session.branches.find((one) => one !== session.branch) ?? '');
    const difference = branchDifference(session, name);
    if (difference === undefined) throw new Refusal(noBranch(session, name));
    const { first, files, registry, rows } = difference;
    const isSame = first.here === undefined && first.there === undefined;
    const parted = isSame ? ['both are the same'] : ['they part at', ...sides(session, first, session.branch, name)];
    const lists = [listed('files', files), listed('registry', registry), listed('rows', rows)];
    return said([...parted, ...lists.flat()].join('\n'));
  },
};

const save: ShellCommand = {
  name: 'save',
  group: 'session',
  syntax: 'save <file> [/y]',
  summary: 'Writes what was done so far as a scenario file; /y: over one that is there',
  examples: [['save my-class.yaml', 'smsim run my-class.yaml does the same']],
  takes: ['none'],
  async run({ session, keeper }, { words }) {
    const overwrite = words.some((word) => word.toLowerCase() === '/y');
    const name = words.find((word) => word.toLowerCase() !== '/y');
    if (name === undefined) throw new Refusal('save needs the name of a file: save my-class.yaml');
    const file = /\.ya?ml$/i.test(name) ? name : `${name}.yaml`;
    const { title } = session.case.loaded.scenario;
    const text = sessionScenario(session, [`Played by hand in smsim shell, beginning with: ${title}`]);
    const kept = await keeper.keep(file, text, overwrite);
    if (!kept.ok) throw new Refusal(kept.reason);
    const did = `${session.deeds.length} ${session.deeds.length === 1 ? 'deed' : 'deeds'}`;
    return said(`saved to ${kept.file}: ${did}, up to ${shown(session, session.now)}\nnpx smsim run ${kept.file}`);
  },
};

const exit: ShellCommand = {
  name: 'exit',
  also: ['quit', 'bye'],
  group: 'session',
  syntax: 'exit',
  summary: 'Leaves the shell; what is not saved is lost',
  examples: [['exit', 'so does Ctrl-D']],
  takes: [],
  run: () => ({ text: '', ok: true, ends: true }),
};

export const sessionCommands: readonly ShellCommand[] = [fork, switchTo, diff, save, exit];

function noBranch(session: Session, name: string): string {
  const hint = didYouMean(name, session.branches);
  return `there is no branch "${name}"${hint === undefined ? '' : `; ${hint}`}`;
}

function sides(
  session: Session,
  { here, there }: BranchDifference['first'],
  own: string,
  other: string,
): readonly string[] {
  const width = Math.max(own.length, other.length);
  const side = (name: string, record: TraceRecord | undefined): string => {
    const what =
      record === undefined
        ? 'has not come so far'
        : `${shown(session, record.time)}  turn ${record.turn}  ${inWords(record)}`;
    return `  ${name.padEnd(width)}  ${what}`;
  };
  return [side(own, here), side(other, there)];
}

/** More of a kind than this are counted only. */
const mostListed = 15;

function listed(what: string, all: readonly Differing[]): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.slice(0, mostListed).map(({ name, here, there }) => {
    const how = there === undefined ? 'only here' : here === undefined ? 'only there' : 'another';
    return `  ${how.padEnd(10)}  ${name}`;
  });
  const more = all.length > mostListed ? [`  and ${all.length - mostListed} more`] : [];
  return [`${what}: ${all.length}`, ...lines, ...more];
}
