import { signal } from '@preact/signals';
import { alone } from './desk-state.ts';

/** Whether the diagram shows its list instead. */
export const asList = signal(false);

export function showAsList(): void {
  asList.value = !asList.value;
}

/** The diagram alone, the view alone, both. */
export function nextPane(): void {
  alone.value = alone.value === null ? 'diagram' : alone.value === 'diagram' ? 'view' : null;
}
