import type { ExpectationVerb } from '../verb.ts';
import { database } from './database.ts';
import { file } from './file.ts';
import { log } from './log.ts';

/** Every verb of the expectation list, in the order of the reference. */
export const expectationVerbs: readonly ExpectationVerb[] = [file, log, database];
