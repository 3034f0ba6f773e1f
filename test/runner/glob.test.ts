import { describe, expect, it } from 'vitest';
import { globPattern } from '../../src/runner/index.ts';
import { globRoot } from '../../src/runner/glob.ts';

describe('a glob', () => {
  it.each([
    ['scenarios/*.yaml', 'scenarios/a.yaml', true],
    ['scenarios/*.yaml', 'scenarios/tour/a.yaml', false],
    ['scenarios/**/*.yaml', 'scenarios/tour/deep/a.yaml', true],
    ['scenarios/**/*.yaml', 'scenarios/a.yaml', true],
    ['**/Q28*.yaml', 'scenarios/sms20/Q280515-old.yaml', true],
    ['**/Q28*.yaml', 'scenarios/sms20/Q256905.yaml', false],
    ['scenarios/tour/0?-*.yaml', 'scenarios/tour/01-hardware.yaml', true],
    ['scenarios/tour/0?-*.yaml', 'scenarios/tour/011-hardware.yaml', false],
    ['scenarios\\tour\\*.yaml', 'scenarios/tour/a.yaml', true],
    ['a+b(1).yaml', 'a+b(1).yaml', true],
    ['a.yaml', 'aXyaml', false],
  ])('%s on %s: %s', (glob, file, fits) => {
    expect(globPattern(glob).test(file)).toBe(fits);
  });

  it.each([
    ['*.yaml', '.'],
    ['scenarios/tour/*.yaml', 'scenarios/tour'],
    ['scenarios\\t*\\*.yaml', 'scenarios'],
    ['/*.yaml', '/'],
    ['C:\\*.yaml', 'C:/'],
    ['C:\\smsim\\*.yaml', 'C:/smsim'],
  ])('%s starts from %s', (glob, root) => {
    expect(globRoot(glob)).toBe(root);
  });
});
