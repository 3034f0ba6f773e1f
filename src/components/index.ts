export { defineComponent } from './component.ts';
export type { Component, ComponentLog, DelayRule, Effect, Self, Setting, Trait, TraitValue } from './component.ts';
export { siteSettings, sms20Components, tools } from './sms20/index.ts';
export type { SiteSettingName, Tool, ToolContext, ToolResult } from './sms20/index.ts';
