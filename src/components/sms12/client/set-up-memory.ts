import type { Self } from '../../component.ts';

/** What client set-up hands on from one step to the next, and to the inventory agent of the logon script. */
export interface SetUpMemory {
  /** `\\LAMSRV1\SMS_SHR`. */
  share: string;
  /** Switches in capitals, as they were typed or as the caller gave them: `/R`. */
  switches: string[];
  /** Which part of its work this run does. */
  stage: SetUpStage;
  smsid: string;
  /** How often the .UID file could not be renamed. */
  tries: number;
  /** Files of the copy list still to be copied, the one in hand, and those that could not be. */
  files: string[];
  file: string;
  missing: string[];
  /** Whether programs of services are among the files that the first run of an update copies. */
  servicesChanged: boolean;
  /** When the speed test began. */
  startedAt: number;
}

/**
 * A new client is set up in one run. An update takes two, since programs of SMS must not run while their files are
 * replaced: the first leaves a note in SMS.INI, the second runs before these programs start (Q166771).
 */
export type SetUpStage = 'installation' | 'first run' | 'second run';

/** The self of an effect of client set-up. */
export type SetUpSelf = Self<SetUpMemory>;

export function newSetUpMemory(): SetUpMemory {
  return {
    share: '',
    switches: [],
    stage: 'installation',
    smsid: '',
    tries: 0,
    files: [],
    file: '',
    missing: [],
    servicesChanged: false,
    startedAt: 0,
  };
}

/** Whether a switch of Client Setup was given. */
export function given(self: SetUpSelf, name: '/R' | '/U' | '/F' | '/K'): boolean {
  return self.memory.switches.includes(name);
}

/** The logon server that client set-up works with. */
export function serverOf(self: SetUpSelf): string {
  return self.memory.share.split('\\')[2] ?? '';
}
