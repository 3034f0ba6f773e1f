import { playShipped } from '../library/play-shipped.ts';

await playShipped('scenarios/sms20', { number: 3, of: 3 });
