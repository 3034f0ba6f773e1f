import type { Touch } from '../../runner/index.ts';
import type { ScenarioPlay } from '../../scenario/index.ts';
import { rowsTouched } from '../../world/index.ts';
import type { Branch } from './branch.ts';

/** Notes what is read and which rows are written in turns that a branch has not seen before. */
export function listenTo({ world, simulation }: ScenarioPlay, branch: () => Branch): void {
  const isNew = (): boolean => simulation.turn > branch().lastTurn;
  const touch = (subject: string): Touch => ({ record: simulation.trace.count, subject });
  world.onLook = (computer, path) => {
    if (isNew()) branch().looks.push(touch(`${computer}:${path}`));
  };
  world.onStatement = (siteCode, sql, parameters) => {
    if (!isNew()) return;
    const { writes, rows } = rowsTouched(sql, parameters);
    (writes ? branch().writes : branch().looks).push(...rows.map((row) => touch(`${siteCode}:${row}`)));
  };
}
