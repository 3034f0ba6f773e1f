import type { Tool } from '../../tool.ts';
import { answerTool } from './answer.ts';
import { clientSetUpTools } from './client-setup.ts';
import { databaseTools } from './database-tools.ts';
import { dumpsync } from './dumpsync.ts';
import { hdecomp } from './hdecomp.ts';
import { agentTools, runSmsTool } from './inventory-agents.ts';
import { macInstaller } from './mac-installer.ts';
import { sendcode } from './sendcode.ts';

/** The tools of SMS 1.2 that scenarios and the command line can run. */
export const sms12Tools: readonly Tool[] = [
  dumpsync,
  hdecomp,
  macInstaller,
  ...agentTools,
  runSmsTool,
  ...clientSetUpTools,
  answerTool,
  sendcode,
  ...databaseTools,
];
