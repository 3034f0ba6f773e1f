import { isoTime, type Instant } from '../../kernel/index.ts';
import { toLocal, type Computer } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { momentText } from '../times.ts';

/** The span in which a verb looks: without it the run, less what the site did while it was set up. */
export const windowShape = {
  from: momentText().optional().describe('From this time on'),
  until: momentText().optional().describe('Up to this time'),
};

/** What `windowShape` gives. */
export interface Window {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether a true time lies in a window, both ends included. */
export function withinWindow(play: Play, window: Window): (time: Instant) => boolean {
  const from = window.from === undefined ? play.simulation.options.start : play.instant(window.from);
  const until = window.until === undefined ? Infinity : play.instant(window.until);
  return (time) => time >= from && time <= until;
}

/** The same for what the clock of a computer shows: log lines and dialog boxes carry no other time. */
export function withinReadings(play: Play, window: Window, computer: Computer): (reading: Instant) => boolean {
  const start = play.simulation.options.start + Math.min(0, computer.clockError);
  const from = toLocal(computer.zone, window.from === undefined ? start : play.instant(window.from));
  const until = window.until === undefined ? Infinity : toLocal(computer.zone, play.instant(window.until));
  return (reading) => reading >= from && reading <= until;
}

/** A true time as clocks at the site server show it, which is how scenarios write times. */
export function shownTime(play: Play, time: Instant): string {
  const [site] = play.world.sites.values();
  const zone = site === undefined ? undefined : play.world.computer(site.server)?.zone;
  return isoTime(zone === undefined ? time : toLocal(zone, time));
}
