import colours from 'picocolors';
import { plain, type Paint } from '../reporters/index.ts';

/** Colours where the terminal shows them. */
export function paint(wanted: boolean): Paint {
  if (!wanted) return plain;
  const { green, red, dim } = colours.createColors(true);
  return { good: green, bad: red, faint: dim };
}
