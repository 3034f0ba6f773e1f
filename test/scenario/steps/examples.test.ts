import { describe, expect, it } from 'vitest';
import { sms20 } from '../../../src/catalogue/index.ts';
import { complaintAbout, knownNames } from '../../../src/scenario/known-names.ts';
import { findTexts } from '../../../src/scenario/references.ts';
import { stepVerbs } from '../../../src/scenario/steps/index.ts';
import { stepIn } from './step-bench.ts';

describe('the verbs of the step list', () => {
  it('have names of their own', () => {
    const names = stepVerbs.map((verb) => verb.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(stepVerbs.map((verb) => [verb.name, verb] as const))('%s accepts its own example', (name, verb) => {
    const [written, given] = stepIn(verb.example);
    expect(written).toBe(name);
    expect(verb.schema.safeParse(given).error?.issues ?? []).toEqual([]);
    const names = knownNames(sms20);
    expect(findTexts(verb.schema, given).map((found) => complaintAbout(found, names)?.message)).not.toContainEqual(
      expect.any(String),
    );
  });
});
