import { EventQueue } from '../src/kernel/index.ts';

/** Turns per second of the event queue alone: a million deliveries that each post the next, 1,000 waiting. */
export function bareQueueTurnsPerSecond(): number {
  const queue = new EventQueue<number>();
  const post = (due: number, message: number): number =>
    queue.post({ due, sender: 'bench', receiver: 'bench', message, cause: 0 });
  for (let client = 0; client < 1000; client++) post(client, client);
  const turns = 1_000_000;
  const began = performance.now();
  for (let turn = 0; turn < turns; turn++) {
    const delivery = queue.take();
    if (delivery !== undefined) post(delivery.due + 1 + ((delivery.message * 7919) % 1000), delivery.message);
  }
  return turns / ((performance.now() - began) / 1000);
}
