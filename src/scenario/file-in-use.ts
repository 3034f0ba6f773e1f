import type { Computer } from '../world/index.ts';
import type { Play } from './play.ts';

/** Whether a file cannot be replaced: somebody holds it open, or a component that was loaded from it runs. */
export function fileInUse(play: Play, computer: Computer, path: string): boolean {
  const wanted = path.toLowerCase();
  if (computer.files.openHandles(path).length > 0) return true;
  return [...play.simulation.processes.values()].some(({ component, computer: host }) => {
    if (host !== computer) return false;
    const folder = play.simulation.productOn(host).programFolder(host, component);
    return `${folder}\\${component.file}`.toLowerCase() === wanted;
  });
}
