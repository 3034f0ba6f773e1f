import { documented } from '../../../world/index.ts';
import { logonPointFilesProvenance } from './logon-point-files.ts';

const configurations = documented('Q227028, Q259816, Q242492');
const seniority = documented('Q235726, Q263395');

/** What a copy may end in; each is followed by the next one. */
function copying(next: string, first: string): object {
  return {
    entry: 'start the next copy',
    on: {
      copied: { target: next, actions: 'note the copy', reenter: true },
      'copy failed': { target: next, actions: 'log the failure', reenter: true },
      refused: { target: next, actions: 'log the failure', reenter: true },
      'none left': first,
    },
  };
}

/** The steps of Logon Server Manager for one domain after the other. */
export const domainSteps = {
  'taking the next domain': {
    meta: { provenance: documented('Q255980, Q262942') },
    entry: 'take the next domain',
    on: { 'domain taken': 'finding the PDC', 'all domains done': 'looking back' },
  },
  'finding the PDC': {
    meta: { provenance: documented('Q255980, Q225542') },
    entry: 'find the PDC',
    on: { 'PDC ready': 'taking the token', 'no PDC': 'taking the next domain' },
  },
  'taking the token': {
    meta: { provenance: documented('Q227028') },
    entry: 'take the token',
    on: { 'token taken': 'writing its configuration', 'token in use': 'taking the next domain' },
  },
  'writing its configuration': {
    meta: { provenance: configurations },
    entry: 'write its configuration',
    on: { written: 'comparing', 'domain given up': 'leaving the domain' },
  },
  'leaving the domain': {
    meta: { provenance: documented('Q263345, Q213004') },
    entry: 'leave the domain',
    on: { left: 'listing the configuration files', 'last site left': 'releasing the token' },
  },
  comparing: {
    meta: { provenance: logonPointFilesProvenance },
    entry: 'compare its files with the PDC',
    on: { compared: 'copying' },
  },
  copying: { meta: { provenance: logonPointFilesProvenance }, ...copying('copying', 'writing Copylog') },
  'writing Copylog': {
    meta: { provenance: documented('Q249077, Q251070, Q264976') },
    entry: 'write Copylog.tcf',
    on: { written: 'listing the configuration files' },
  },
  'listing the configuration files': {
    meta: { provenance: configurations },
    entry: 'list the configuration files',
    on: { listed: 'reading a configuration file', 'cannot list': 'releasing the token' },
  },
  'reading a configuration file': {
    meta: { provenance: configurations },
    after: { 'reading of a configuration file': 'having read it' },
  },
  'having read it': {
    meta: { provenance: configurations },
    entry: 'read the next configuration file',
    on: {
      'more to read': 'reading a configuration file',
      'all read': 'electing',
      'cannot read': 'releasing the token',
    },
  },
  electing: {
    meta: { provenance: seniority },
    entry: 'elect the senior site',
    on: { 'this site': 'removing sites', 'another site': 'releasing the token' },
  },
  'removing sites': {
    meta: { provenance: configurations },
    entry: 'remove sites',
    on: { removed: 'taking the next server' },
  },
  'taking the next server': {
    meta: { provenance: documented('Q213004, Q264976') },
    entry: 'take the next server',
    on: { 'server taken': 'updating a server', 'no server left': 'releasing the token' },
  },
  'updating a server': {
    meta: { provenance: documented('Q213004, Q264976') },
    ...copying('updating a server', 'finishing a server'),
  },
  'finishing a server': {
    meta: { provenance: documented('Q213004, Q238127') },
    entry: 'set up the agent of the server',
    on: { 'server done': 'taking the next server' },
  },
  'releasing the token': {
    meta: { provenance: documented('Q227028') },
    entry: 'release the token',
    on: { released: 'taking the next domain' },
  },
};
