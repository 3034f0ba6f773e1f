import type { StepVerb } from '../verb.ts';
import { note } from './note.ts';
import { runFor, runUntil } from './run-until.ts';
import { write } from './write.ts';

/** Every verb of the step list, in the order of the reference. */
export const stepVerbs: readonly StepVerb[] = [runUntil, runFor, note, write];
