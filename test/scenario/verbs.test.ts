import { expect, it } from 'vitest';
import { expectationModifiers, groupNames } from '../../src/scenario/expectation-file.ts';
import { expectationVerbs, stepVerbs } from '../../src/scenario/index.ts';
import { stepModifiers } from '../../src/scenario/step-file.ts';

it('no two verbs of a list share a name, nor a verb and a key that may stand beside it', () => {
  const steps = [...stepVerbs.map((verb) => verb.name), 'repeat', 'for each', ...Object.keys(stepModifiers)];
  const expectations = [
    ...expectationVerbs.map((verb) => verb.name),
    ...groupNames,
    'in order',
    ...Object.keys(expectationModifiers),
  ];
  expect(steps.filter((name, index) => steps.indexOf(name) < index)).toEqual([]);
  expect(expectations.filter((name, index) => expectations.indexOf(name) < index)).toEqual([]);
});
