import type { Product } from './product.ts';
import { sms12 } from './sms12/product.ts';
import { sms20 } from './sms20/product.ts';

/** Every product that is emulated, the one that is meant where nothing says otherwise first. */
export const products: readonly Product[] = [sms20, sms12];

/** The product that has a release of this name. */
export function productOf(release: string): Product | undefined {
  return products.find(({ releases }) => releases.some(({ name }) => name === release));
}
