import type { Surroundings } from './surroundings.ts';

/** Shows how far a number of runs has come. */
export interface Progress {
  step(done: number, total: number, text: string): void;
  end(): void;
}

const width = 24;
const interval = 80;

/** A bar that is drawn again on a terminal; one plain line for each tenth in CI and in pipes. */
export function progress(surroundings: Surroundings): Progress {
  return surroundings.terminal ? bar(surroundings) : tenths(surroundings);
}

function bar(surroundings: Surroundings): Progress {
  let drawn = -Infinity;
  return {
    step(done, total, text) {
      const now = surroundings.clock();
      if (now - drawn < interval && done < total) return;
      drawn = now;
      const filled = Math.round((done / total) * width);
      const line = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} ${text}`;
      surroundings.complain(`\r\u001b[2K${line.slice(0, surroundings.columns - 1)}`);
    },
    end() {
      if (drawn > -Infinity) surroundings.complain('\r\u001b[2K');
    },
  };
}

function tenths(surroundings: Surroundings): Progress {
  let last = 0;
  return {
    step(done, total) {
      const tenth = Math.floor((done / total) * 10);
      if (total < 20 || tenth === last) return;
      last = tenth;
      surroundings.complain(`${done} of ${total} runs\n`);
    },
    end: () => undefined,
  };
}
