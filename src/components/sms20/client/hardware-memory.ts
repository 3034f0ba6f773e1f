import type { MofClass } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** What the Hardware Inventory Agent remembers of the inventory in hand. */
export interface HardwareMemory {
  /** The client's clock when the cycle began. */
  startedAt: number;
  /** A complete inventory has to follow because Sms_def.mof has changed. */
  mofChanged: boolean;
  /** Classes still to be asked for, and the one in hand. */
  classes: MofClass[];
  inHand: string;
  /** Classes whose provider did not answer in time. */
  unanswered: string[];
  /** Called while an inventory was under way. */
  called: boolean;
}

/** The process of the agent. */
export type HardwareSelf = Self<HardwareMemory>;

/** The memory of an agent that has just started. */
export function newHardwareMemory(): HardwareMemory {
  return { startedAt: 0, mofChanged: false, classes: [], inHand: '', unanswered: [], called: false };
}
