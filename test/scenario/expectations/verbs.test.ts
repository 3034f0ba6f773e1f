import { describe, expect, it } from 'vitest';
import { groupNames } from '../../../src/scenario/expectation-file.ts';
import { expectationVerbs } from '../../../src/scenario/expectations/index.ts';
import { complaintOf } from './office.ts';

describe('the list of expectations', () => {
  it.each(expectationVerbs.map((verb) => [verb.name, verb] as const))(
    '%s has an example that its schema accepts',
    (name, verb) => {
      expect(verb.example.startsWith(`${name}: `)).toBe(true);
      expect(complaintOf(verb.example)).toMatch(/^$|^SM02[0-4] /);
    },
  );

  it('names every verb once, and none like a group', () => {
    const names = [...expectationVerbs.map((verb) => verb.name), ...groupNames, 'in order'];
    expect(new Set(names).size).toBe(names.length);
  });
});
