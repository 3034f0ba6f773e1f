import { sms12Tools } from './sms12/index.ts';
import { sms20Tools } from './sms20/index.ts';
import type { Tool } from './tool.ts';

export { defineComponent } from './component.ts';
export type {
  Component,
  ComponentLog,
  DelayRule,
  Effect,
  LogSide,
  Self,
  Setting,
  SetupRefusal,
  SiteUpgrade,
  Trait,
  TraitValue,
} from './component.ts';
export * from './sms12/index.ts';
export * from './sms20/index.ts';
export type { Tool, ToolContext, ToolResult } from './tool.ts';

/** The tools of the time that scenarios and the command line can run, by the name that is typed. */
export const tools: readonly Tool[] = [...sms20Tools, ...sms12Tools];
