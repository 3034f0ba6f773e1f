import type { StepVerb } from '../verb.ts';
import { addAccessPoint, resetAccessPoint, retireAccessPoint } from './access-point.ts';
import { account } from './account.ts';
import { addSite, retireSite } from './add-site.ts';
import { address } from './address.ts';
import { attachSite } from './attach-site.ts';
import { attributes } from './attributes.ts';
import { auditPolicy } from './audit-policy.ts';
import { backUp, restore } from './back-up.ts';
import { boundaries } from './boundaries.ts';
import { capList } from './cap-list.ts';
import { clock } from './clock.ts';
import { clone } from './clone.ts';
import { closeHandles } from './close-handles.ts';
import { connectionAccounts } from './connection-accounts.ts';
import { copy, move } from './copy.ts';
import { database, sortOrder, sql } from './database.ts';
import { databaseManager } from './database-manager.ts';
import { deleteComputer } from './delete-computer.ts';
import { deleteFiles } from './delete.ts';
import { draw } from './draw.ts';
import { expectNow } from './expect.ts';
import { fillDrive, releaseDrive } from './fill-drive.ts';
import { hardware } from './hardware.ts';
import { holdOpen, lock } from './hold-open.ts';
import { hotfix } from './hotfix.ts';
import { identity } from './identity.ts';
import { ini } from './ini.ts';
import { installClient } from './install-client.ts';
import { installRelease } from './install-release.ts';
import { killProcess } from './kill-process.ts';
import { lockoutPolicy } from './lockout-policy.ts';
import { logOff, logOn } from './log-on.ts';
import { logonPoints } from './logon-points.ts';
import { logonServer } from './logon-server.ts';
import { maintenanceTask } from './maintenance-task.ts';
import { makeFolder } from './make-folder.ts';
import { moveClient } from './move-client.ts';
import { cut, heal, holdLink, partition, slow } from './network.ts';
import { note } from './note.ts';
import { obtainHotfix } from './obtain-hotfix.ts';
import { changeOperatingSystem } from './operating-system.ts';
import { order } from './order.ts';
import { permissions } from './permissions.ts';
import { losePower, restart, shutDown, switchOn } from './power.ts';
import { registryDelete } from './registry-delete.ts';
import { registrySet } from './registry-set.ts';
import { release } from './release.ts';
import { removeClient } from './remove-client.ts';
import { removeLines } from './remove-lines.ts';
import { rename } from './rename.ts';
import { resetSite } from './reset-site.ts';
import { runFor, runUntil } from './run-until.ts';
import { schedule } from './schedule.ts';
import { serverLogging, sqlTracing } from './server-logging.ts';
import { allSmsServices, service } from './service.ts';
import { setting } from './setting.ts';
import { share, unshare } from './share.ts';
import { smsDefMof } from './sms-def-mof.ts';
import { smsman } from './smsman.ts';
import { software } from './software.ts';
import { statusFilterRule } from './status-filter-rule.ts';
import { statusThreshold } from './status-threshold.ts';
import { thread } from './thread.ts';
import { timeStamps } from './time-stamps.ts';
import { toolVerbs } from './tools.ts';
import { trait } from './trait.ts';
import { truncate } from './truncate.ts';
import { upgradeSecondarySite } from './upgrade-secondary-site.ts';
import { write } from './write.ts';
import { zone } from './zone.ts';

const clockVerbs = [runUntil, runFor, note, expectNow];

const fileVerbs = [
  write,
  copy,
  move,
  rename,
  deleteFiles,
  makeFolder,
  truncate,
  attributes,
  timeStamps,
  ini,
  removeLines,
  permissions,
  share,
  unshare,
  holdOpen,
  lock,
  release,
  closeHandles,
  fillDrive,
  releaseDrive,
];

const computerVerbs = [
  registrySet,
  registryDelete,
  service,
  allSmsServices,
  thread,
  killProcess,
  switchOn,
  shutDown,
  losePower,
  restart,
  logOn,
  logOff,
  account,
  lockoutPolicy,
  auditPolicy,
  clock,
  zone,
  moveClient,
  changeOperatingSystem,
  hardware,
  software,
  clone,
  backUp,
  restore,
  identity,
  installClient,
  smsman,
  removeClient,
  capList,
];

const networkVerbs = [cut, heal, slow, holdLink, partition];

const siteVerbs = [
  setting,
  boundaries,
  connectionAccounts,
  logonPoints,
  logonServer,
  schedule,
  smsDefMof,
  addSite,
  attachSite,
  address,
  retireSite,
  addAccessPoint,
  retireAccessPoint,
  resetAccessPoint,
  resetSite,
  installRelease,
  upgradeSecondarySite,
  hotfix,
  obtainHotfix,
  deleteComputer,
  databaseManager,
  statusFilterRule,
  statusThreshold,
  maintenanceTask,
  serverLogging,
  sqlTracing,
];

const databaseVerbs = [sql, sortOrder, database];

/** Every verb of the step list, in the order of the reference. */
export const stepVerbs: readonly StepVerb[] = [
  ...clockVerbs,
  ...fileVerbs,
  ...computerVerbs,
  ...networkVerbs,
  ...siteVerbs,
  ...databaseVerbs,
  trait,
  draw,
  order,
  ...toolVerbs,
];
