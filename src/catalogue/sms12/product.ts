import {
  sms12ChanceStreams,
  sms12Components,
  sms12ProgramFolder,
  sms12Root,
  sms12Settings,
} from '../../components/index.ts';
import { printSms12LogLine } from '../../world/index.ts';
import type { Product } from '../product.ts';
import { sms12ClientChanges } from './changes/client.ts';
import { macintoshChanges } from './changes/macintosh.ts';
import { sms12ServerChanges } from './changes/server.ts';
import { sms12Releases, sms12VersionOn } from './releases.ts';

/** Systems Management Server 1.2, with 1.0 and 1.1 as far as articles compare them. */
export const sms12: Product = {
  name: 'Systems Management Server 1.2',
  version: '1.2',
  components: sms12Components,
  changes: [...sms12ServerChanges, ...sms12ClientChanges, ...macintoshChanges],
  releases: sms12Releases,
  settings: sms12Settings,
  chanceStreams: sms12ChanceStreams,
  versionOn: sms12VersionOn,
  programFolder: sms12ProgramFolder,
  logFolder: (computer, side) => (side === 'client' ? 'C:\\MS\\SMS\\LOGS' : `${sms12Root(computer)}\\LOGS`),
  logLine: ({ text, component, time, thread }) => printSms12LogLine({ text, component, time, thread }),
  logsAtFirst: true,
  serviceAccount: () => 'SMSService',
};
