import type { ExpectationVerb } from '../verb.ts';
import { account } from './account.ts';
import { component } from './component.ts';
import { componentStatus } from './component-status.ts';
import { computer } from './computer.ts';
import { console } from './console.ts';
import { controlPanel } from './control-panel.ts';
import { database } from './database.ts';
import { dialog } from './dialog.ts';
import { eventLog } from './event-log.ts';
import { file } from './file.ts';
import { files } from './files.ts';
import { handle } from './handle.ts';
import { inventory } from './inventory.ts';
import { logLinesInOrder } from './log-lines-in-order.ts';
import { log } from './log.ts';
import { period } from './period.ts';
import { permissions } from './permissions.ts';
import { personalComputerProperties } from './personal-computer-properties.ts';
import { process } from './process.ts';
import { registry } from './registry.ts';
import { service } from './service.ts';
import { sharedFolder } from './shared-folder.ts';
import { statusMessage } from './status-message.ts';
import { trace } from './trace.ts';
import { traffic } from './traffic.ts';
import { userSees } from './user-sees.ts';
import { waiting } from './waiting.ts';

/** Every verb of the expectation list, in the order of the reference. */
export const expectationVerbs: readonly ExpectationVerb[] = [
  file,
  files,
  log,
  logLinesInOrder,
  registry,
  statusMessage,
  eventLog,
  database,
  inventory,
  personalComputerProperties,
  component,
  componentStatus,
  process,
  service,
  controlPanel,
  console,
  dialog,
  userSees,
  computer,
  account,
  sharedFolder,
  permissions,
  handle,
  traffic,
  trace,
  period,
  waiting,
];
