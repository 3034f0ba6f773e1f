export { branchDifference } from './difference.ts';
export type { BranchDifference, Differing } from './difference.ts';
export type { Deed } from './branch.ts';
export { readLiveEvent, sessionScenario } from './live-text.ts';
export { eventGoal, Running, textGoal } from './running.ts';
export type { Goal } from './running.ts';
export { Session, TurnFailed } from './session.ts';
export type { Acted } from './session.ts';
