import { z } from 'zod';
import { defaultLink, type Link } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const pair = z
  .strictObject({ between: z.tuple([computerName(), computerName()]).describe('The two ends of the link') })
  .describe('One link');

const ends = z.union([computerName().describe('All links of this computer'), pair]);

type Ends = z.infer<typeof ends>;

/** The wires between two computers, or all of one computer, carry nothing any more. */
export const cut = defineStep({
  name: 'cut',
  summary: 'Cuts a link, or all links of a computer: nothing passes, copies break off',
  schema: ends,
  example: 'cut: { between: [SMSSRV1, CAP1] }',
  run: (play, given) => changeLinks(play, given, { cut: true }, 'cut'),
});

/** What was cut, held or slowed is whole again. */
export const heal = defineStep({
  name: 'heal',
  summary: 'Makes a link, all links of a computer, or the whole network good again',
  schema: z.union([z.literal('all').describe('Everything, partitions included'), ends]),
  example: 'heal: { between: [SMSSRV1, CAP1] }',
  run(play, given) {
    const whole = defaultLink;
    if (given !== 'all') return changeLinks(play, given, whole, 'whole');
    play.world.network.partition([]);
    const names = [...play.world.computers.values()].map((computer) => computer.name);
    for (const [index, a] of names.entries()) {
      for (const b of names.slice(index + 1)) healPair(play, a, b, whole);
    }
    return told(play, 'all links', 'whole');
  },
});

/** A thin line: a modem, a busy WAN. */
export const slow = defineStep({
  name: 'slow',
  summary: 'Gives a link, or all links of a computer, another speed or latency',
  schema: z
    .strictObject({
      between: z.tuple([computerName(), computerName()]).optional().describe('The two ends of the link'),
      of: computerName().optional().describe('All links of this computer'),
      'per second': sizeText().optional().describe('Bytes that pass in a second: 3 KB'),
      latency: durationText().optional().describe('Time before the first byte arrives'),
    })
    .refine(({ between, of }) => (between === undefined) !== (of === undefined), 'name between or of')
    .refine((given) => (given['per second'] ?? given.latency) !== undefined, 'name per second or latency'),
  example: 'slow: { between: [PC1, CAP1], per second: 3 KB, latency: 200ms }',
  run(play, given) {
    const speed = given['per second'];
    const bytes = speed === undefined ? undefined : bytesOf(speed);
    if (bytes === 0) return play.fail('a link of 0 bytes per second is cut: use cut');
    const change = {
      ...(bytes === undefined ? {} : { bytesPerSecond: bytes }),
      ...(given.latency === undefined ? {} : { latency: milliseconds(given.latency) }),
    };
    const where: Ends = given.between === undefined ? (given.of ?? '') : { between: given.between };
    return changeLinks(play, where, change, `${speed ?? 'same speed'}, ${given.latency ?? 'same latency'}`);
  },
});

/** What is under way waits; nothing is lost. */
export const holdLink = defineStep({
  name: 'hold',
  summary:
    'Holds a link, or all links of a computer, until release: copies wait, other requests time out with error 121',
  schema: ends,
  example: 'hold: { between: [PC1, CAP1] }',
  run: (play, given) => changeLinks(play, given, { held: true }, 'held'),
});

/** Splits the network. */
export const partition = defineStep({
  name: 'partition',
  summary: 'Splits the network into groups that cannot reach each other; computers in no group form one more',
  schema: z.array(z.array(computerName()).min(1)).min(1).describe('Groups of computers; heal: all ends it'),
  example: 'partition: [[SMSSRV1, CAP1], [PC1]]',
  run(play, given) {
    play.world.network.partition(given);
    told(play, given.map((group) => group.join(', ')).join(' | '), 'partition');
  },
});

/** Lets what a link held go on. */
export function releaseLinks(play: Play, given: Ends): void {
  changeLinks(play, given, { held: false }, 'released');
}

/** The schema of the ends of links: one computer, or two. */
export const linkEnds = pair;

function changeLinks(play: Play, given: Ends, change: Partial<Link>, detail: string): void {
  if (typeof given !== 'string') {
    const [a, b] = given.between;
    play.world.network.change(a, b, change);
    return told(play, `${a} - ${b}`, detail);
  }
  for (const { name } of play.world.computers.values()) {
    if (name.toUpperCase() !== given.toUpperCase()) play.world.network.change(given, name, change);
  }
  return told(play, given, detail);
}

/** Links that are as they came are left out, so that ten thousand of them cost nothing. */
function healPair(play: Play, a: string, b: string, whole: Link): void {
  const link = play.world.network.link(a, b);
  const same = link.cut === whole.cut && link.held === whole.held && link.latency === whole.latency;
  if (!same || link.bytesPerSecond !== whole.bytesPerSecond) play.world.network.change(a, b, whole);
}

function told(play: Play, subject: string, detail: string): void {
  play.simulation.record('network', 'scenario', subject, detail);
  play.world.transfers.linkChanged();
}
