import { playShipped } from '../library/play-shipped.ts';

await playShipped('scenarios/sms20', { number: 2, of: 3 });
