import { clientTravel } from './client-travel.ts';
import { clientVerify } from './client-verify.ts';
import { inventorySynchronizer } from './inventory-synchronizer.ts';
import { readSchedule } from './read-schedule.ts';
import { setEvent } from './set-event.ts';
import { systemsManagement } from './systems-management.ts';
import type { Tool } from './tool.ts';

export type { Tool, ToolContext, ToolResult } from './tool.ts';

/** The tools of the time that scenarios and the command line can run, by the name that is typed. */
export const tools: readonly Tool[] = [
  inventorySynchronizer,
  setEvent,
  systemsManagement,
  clientTravel,
  clientVerify,
  readSchedule,
];
