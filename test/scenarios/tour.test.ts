import { playShipped } from '../library/play-shipped.ts';

await playShipped('scenarios/tour');
