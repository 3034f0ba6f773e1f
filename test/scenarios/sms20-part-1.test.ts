import { playShipped } from '../library/play-shipped.ts';

await playShipped('scenarios/sms20', { number: 1, of: 3 });
