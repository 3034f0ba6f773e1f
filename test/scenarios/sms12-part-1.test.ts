import { playShipped } from '../library/play-shipped.ts';

await playShipped('scenarios/sms12', { number: 1, of: 2 });
