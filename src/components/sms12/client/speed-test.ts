import { defaultNetspeed, documented, inferred, parseNetspeed } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import type { SetUpMemory, SetUpSelf } from './set-up-memory.ts';

const copied = 'C:\\NETSPEED.TMP';

const errorlevels = documented('Q131011');

const question = inferred(
  'Q121386, Q131011',
  'CHOICE.COM asks the user and waits for him; the words of the question are ours.',
);

/** NETSPEED: how long 3,400 bytes take, and what the logon script does about it. */
export const speedTestStates = {
  measuring: {
    meta: { provenance: documented('Q131011') },
    entry: 'start the speed test',
    on: { copied: 'measured', 'copy failed': 'looking', refused: 'looking' },
  },
  measured: {
    entry: 'compare the speed',
    on: { 'errorlevel 0': 'looking', 'errorlevel 1': 'ended', 'errorlevel 2': 'asking the user' },
  },
  'asking the user': { entry: 'ask the user', on: { 'answer yes': 'looking', 'answer no': 'ended' } },
} as const;

/** Effects of the speed test. */
export const speedTestEffects: Readonly<Record<string, Effect<SetUpMemory>>> = {
  'start the speed test': {
    answers: ['refused'],
    run: (self) => {
      self.memory.startedAt = self.world.hooks.now();
      return self.copy(`${scriptsOf(self)}\\NETSPEED.DAT`, copied).ok ? undefined : 'refused';
    },
  },
  'compare the speed': { answers: ['errorlevel 0', 'errorlevel 1', 'errorlevel 2'], run: compare },
  'ask the user': silent((self) => {
    self.restsOn('question on a slow network', question);
    self.show('SMSLS', 'The network is slow. Do you want to run Systems Management Server inventory now (Y/N)?');
  }),
};

function compare(self: SetUpSelf): string {
  self.files.delete(copied);
  self.restsOn('errorlevels of NETSPEED', errorlevels);
  const text = self.files.readText(`${scriptsOf(self)}\\NETSPEED.COM`);
  const { threshold, slowErrorlevel } = (text.ok ? parseNetspeed(text.value) : undefined) ?? defaultNetspeed;
  const isFast = self.world.hooks.now() - self.memory.startedAt < threshold;
  return isFast ? 'errorlevel 0' : `errorlevel ${slowErrorlevel}`;
}

/** Smsls.bat runs the Netspeed.com that lies beside it (Q131011). */
function scriptsOf(self: SetUpSelf): string {
  return `\\\\${self.computer.logonServer ?? ''}\\NETLOGON`;
}
