import type { MachineLayout } from '../film/film.ts';

/** A move of a machine, as a transition record tells it, with the states around those that it names. */
export interface Move {
  readonly from: ReadonlySet<string>;
  readonly message: string;
  readonly to: ReadonlySet<string>;
}

/** Every state in which a machine is: `running.agent + idle` is in `running`, `running.agent` and `idle`. */
export function statesIn(name: string): ReadonlySet<string> {
  return new Set(
    name.split(' + ').flatMap((state) => {
      const parts = state.split('.');
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    }),
  );
}

/** Reads `state --message--> state`; undefined where it is none. */
export function moveOf(subject: string): Move | undefined {
  const [, from, message, to] = /^(.*?) --(.*)--> (.*)$/.exec(subject) ?? [];
  if (from === undefined || message === undefined || to === undefined) return undefined;
  return { from: statesIn(from), message, to: statesIn(to) };
}

/** Whether one of the moves went along an arrow of the diagram; its label may have a guard behind the message. */
export function isTaken({ from, to, label }: MachineLayout['edges'][number], moves: readonly Move[]): boolean {
  const message = label.replace(/ \[[^\]]*\]$/, '');
  return moves.some((move) => {
    const starts = move.from.has(from) || from === 'in any state';
    return starts && move.message === message && move.to.has(to);
  });
}
