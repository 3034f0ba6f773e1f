import { clientTravel } from './client-travel.ts';
import { clientVerify } from './client-verify.ts';
import { inventorySynchronizer } from './inventory-synchronizer.ts';
import { readSchedule } from './read-schedule.ts';
import { setEvent } from './set-event.ts';
import { systemsManagement } from './systems-management.ts';
import type { Tool } from '../../tool.ts';

/** The tools of SMS 2.0 that scenarios and the command line can run. */
export const sms20Tools: readonly Tool[] = [
  inventorySynchronizer,
  setEvent,
  systemsManagement,
  clientTravel,
  clientVerify,
  readSchedule,
];
