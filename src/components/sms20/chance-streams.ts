/**
 * Every stream of chance of SMS 2.0 and what is drawn from it; a scenario fixes draws by these names, with the name of
 * a computer in the place of `COMPUTER`.
 */
export const chanceStreams: Readonly<Record<string, string>> = {
  'request file names': 'name of the .cfg that invsync writes',
  'resync request names': 'name of the .cfg that the site server writes by itself',
  'MIF names': 'name of a MIF that Inventory Processor or Data Loader moves',
  'software file names': 'name of a .sic or .sid that Software Inventory Processor moves',
  'collected file names': 'name of a collected file on the site server',
  'job names': 'name of a job for the sender',
  'names of files for the parent': 'name of a file that goes to the parent site',
  'names of replicated files': 'name of a file that Replication Manager puts together',
  'names of delivered discovery records': 'name of a .ddr that a logon point or a replication delivers',
  'site control file names': 'name of a site control file on its way',
  'replication object names': 'name of a replication object',
  'discovery record names': 'name of the .ddr of an orphan',
  'logon discovery record names': 'name of the .ddr that a client leaves at a logon point',
  'client request names': 'name of a .CCR',
  'status message names': 'name of a .svf',
  'outbox names': 'name of a report in the outbox of a client agent',
  'copy queue names': 'name under which Copy Queue delivers a report, in builds whose names do not follow the clock',
  'copy queue item numbers': 'number of an item of Copy Queue, from 0 to 89999999',
  'choice of client access points': 'order in which a client tries its client access points',
  'identity of COMPUTER': 'SMS unique identifier of a computer on which the client is installed: 16 digits of 0 to 15',
};

/** The stream from which the identity of one computer is drawn. */
export function identityStream(computer: string): string {
  return `identity of ${computer}`;
}
