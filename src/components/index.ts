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
export * from './sms20/index.ts';
