import { minute, type Duration } from '../../kernel/index.ts';
import type { Self } from '../component.ts';

/** How long services of the site wait before they look for work again. */
export function serviceResponse(self: Self): Duration {
  return Number(self.setting('Service response (minutes)')) * minute;
}
