import { documented } from '../../../world/index.ts';

/** The states of client set-up; `rest` is where a run goes on when the client is as it should be. */
export function setUpStates<Rest extends string>(rest: Rest) {
  return { ...lookingStates(rest), ...copyingStates(rest) } as const;
}

function lookingStates<Rest extends string>(rest: Rest) {
  return {
    looking: {
      meta: { provenance: documented('Q126642, Q166771') },
      entry: 'look at SMS.INI',
      on: {
        'new client': 'taking an SMSID',
        'known client': 'installing',
        'update due': 'preparing the update',
        'removal due': 'preparing the removal',
        'second run of an update': 'listing files',
        'second run of a removal': 'removing',
        installed: rest,
        stopped: 'ended',
      },
    },
    'taking an SMSID': {
      meta: { provenance: documented('Q127052') },
      entry: 'take an SMSID',
      on: { 'SMSID taken': 'installing', 'try again': 'waiting for the SMSID', 'given up': 'ended' },
    },
    'waiting for the SMSID': { after: { 'pause between two attempts': 'taking an SMSID' } },
    installing: { entry: 'make SMS.INI', always: 'listing files' },
    'preparing the update': {
      meta: { provenance: documented('Q166771') },
      entry: 'prepare the update',
      on: { 'first run': 'copying', 'at once': 'listing files' },
    },
    'preparing the removal': {
      meta: { provenance: documented('Q125978') },
      entry: 'prepare the removal',
      on: { 'first run': 'ended', 'at once': 'removing' },
    },
    removing: { entry: 'remove the client', always: 'ended' },
  } as const;
}

function copyingStates<Rest extends string>(rest: Rest) {
  return {
    'listing files': { entry: 'list the files to copy', always: 'copying' },
    copying: { entry: 'take the next file', on: { 'file taken': 'copying a file', 'none left': 'installed' } },
    'copying a file': {
      entry: 'start the copy',
      on: {
        copied: 'copying',
        'copy failed': { target: 'copying', actions: 'note the missing file' },
        refused: { target: 'copying', actions: 'note the missing file' },
      },
    },
    installed: { entry: 'finish the installation', always: rest },
  } as const;
}
