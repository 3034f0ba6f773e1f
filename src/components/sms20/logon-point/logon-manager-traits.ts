import { documented, inferred } from '../../../world/index.ts';
import type { Trait } from '../../component.ts';

/** In which the builds of Nt_logon.dll differ. */
export const logonManagerTraits: Readonly<Record<string, Trait>> = {
  'lists who copied a file': {
    default: true,
    meaning:
      'A line of Copylog.tcf names the site that copied the file; otherwise the site that looked at it last takes it.',
    provenance: documented('Q249077, Q251070'),
  },
  'repairs Copylog.tcf': {
    default: true,
    meaning: 'A line of Copylog.tcf that is missing, or names no site, is written anew.',
    provenance: documented('Q264976'),
  },
  'hands out COMPVER.INI': {
    default: true,
    meaning: 'The folder of the site on a logon point has COMPVER.INI, from which clients learn its release.',
    provenance: inferred('Q264630', 'Clients report no COMPVER.INI of an SP1 site.'),
  },
  'tells an unread configuration from a missing one': {
    default: true,
    meaning: 'When an .lcf of the PDC cannot be read, the domain is left alone; otherwise its site counts as gone.',
    provenance: documented('Q242492'),
  },
  'leaves silent sites alone': {
    default: true,
    meaning: 'Sites that no longer update a domain stay on its logon points while Always Active is 1.',
    provenance: documented('Q259816'),
  },
  'keeps to its interval at a restart': {
    default: true,
    meaning: 'A restart of SMS Executive begins no cycle, unless one is due or the logon points were changed.',
    provenance: documented('Q249333'),
  },
  'waits for Nt_logon.not': {
    default: true,
    meaning: 'Only the file Nt_logon.not in Notify begins a cycle; otherwise any change in Locks does.',
    provenance: documented('Q257202'),
  },
  'obeys Senior.lst': {
    default: true,
    meaning: 'The site named in Senior.lst on the PDC is the senior site, whatever its version and code.',
    provenance: documented('Q235726'),
  },
};
