export { defineComponent } from './component.ts';
export type { Component, ComponentLog, DelayRule, Effect, Self, Setting, Trait, TraitValue } from './component.ts';
export * from './sms20/index.ts';
