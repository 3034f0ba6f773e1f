import { signal } from '@preact/signals';

/** Pixels between two turns that follow each other at once; null: as many as show the whole run. */
export const rowHeight = signal<number | null>(26);
/** What `null` comes to in the diagram as it is. */
export const fittingHeight = signal(24);

const least = 2;
const most = 96;

export function zoomBy(factor: number): void {
  const height = rowHeight.value ?? fittingHeight.value;
  rowHeight.value = Math.min(most, Math.max(least, height * factor));
}

/** The whole run without scrolling. */
export function zoomToFit(): void {
  rowHeight.value = null;
}
