import {
  eventText,
  fileName,
  instructionTypes,
  parseDespoolerOrder,
  parseResyncFile,
  printDespoolerOrder,
  printResyncFile,
  resyncRefusal,
  withResyncCommand,
  type DespoolerOrder,
  type ResyncCommand,
  type ResyncOrder,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import type { InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { writeSmsEvent } from '../sms-events.ts';
import { nextFreeName } from '../free-names.ts';
import { domainFolder } from './resync-masters.ts';
import { smsDomains } from './logon-servers.ts';
import { expand, passOn } from './expanded-package.ts';

/** Executes one instruction and deletes it. */
export function executeInstruction(self: Self<InboxPass>): string {
  const text = self.files.readText(self.memory.file);
  if (!text.ok) return 'in use';
  self.log(`~Found ready instruction ${fileName(self.memory.file).toLowerCase()}`);
  const order = parseDespoolerOrder(text.value);
  if (order !== undefined) self.log(`~Executing instruction of type ${instructionTypes[order.type]}`);
  const answer = order === undefined ? 'refused' : execute(self, order);
  if (answer === 'executed') self.log('~Despooler successfully executed one instruction.');
  self.files.delete(self.memory.file);
  return answer;
}

function execute(self: Self<InboxPass>, order: DespoolerOrder): string {
  const { destination = self.site.code } = order;
  if (destination.toUpperCase() !== self.site.code) return passOn(self, order, destination);
  return 'order' in order ? resync(self, order.type, order.order) : expand(self, order);
}

/** The order for one computer becomes one for its domain, which becomes a command in the Resync.cfg of the domain. */
function resync(self: Self, type: 'resync' | 'domainResync', order: ResyncOrder): string {
  const refusal = resyncRefusal(order, smsDomains(self.site));
  if (refusal !== undefined) {
    writeSmsEvent(
      self,
      refusal,
      'Non-fatal Error',
      eventText(refusal, { X: order.machine ?? '', Y: order.domain ?? '' }),
    );
    return 'refused';
  }
  if (type === 'domainResync') return writeCommand(self, order);
  const folder = siteFolder(self.site, 'DESPOOLR.BOX', 'RECEIVE');
  const text = printDespoolerOrder({ type: 'domainResync', order });
  return self.files.writeText(`${folder}\\${nextFreeName(self, folder, '.INS')}`, text).ok ? 'executed' : 'refused';
}

function writeCommand(self: Self, { machine = '', domain = '', time = 0 }: ResyncOrder): string {
  const folder = domainFolder(self, domain);
  const present = self.files.readText(`${folder}\\RESYNC.CFG`);
  const read = present.ok ? parseResyncFile(present.value) : undefined;
  const command: ResyncCommand = { smsid: machine, command: 'RESYNC', time };
  const commands = withResyncCommand(read?.ok === true ? read.value : [], command);
  const written = self.files.writeText(`${folder}\\RESYNC.CFG`, printResyncFile(commands));
  if (written.ok) return 'executed';
  writeSmsEvent(self, 195, 'Non-fatal Error', eventText(195, { X: machine, Y: domain }));
  return 'refused';
}
