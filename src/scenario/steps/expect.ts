import { conditionsSchema } from '../expectation-file.ts';
import { defineStep } from '../verb.ts';

/** Looks at the world between two steps. The play judges what stands here, as it does every other expectation. */
export const expectNow = defineStep({
  name: 'expect',
  summary: 'Checks expectations at this very moment; one that is not met is a mismatch at its line',
  schema: conditionsSchema,
  example: "expect: [file: { on: PC1, path: 'C:\\a.txt', exists: true }]",
  run: () => undefined,
});
