import type { Self } from '../../component.ts';

/** What the Software Inventory Agent remembers of the inventory in hand. */
export interface SoftwareMemory {
  /** The client's clock when the cycle began. */
  startedAt: number;
  /** Called while an inventory was under way. */
  called: boolean;
}

/** The process of the agent. */
export type SoftwareSelf = Self<SoftwareMemory>;
