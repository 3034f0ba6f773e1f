import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floors } from './architecture/house-rules.ts';
import { importViolations } from './architecture/imports.ts';
import { lockViolations, packageViolations } from './architecture/packages.ts';
import { sizeViolations } from './architecture/sizes.ts';
import { projectFiles, readSource, root, type Violation } from './architecture/source-file.ts';
import {
  bannedTextViolations,
  impurities,
  nameViolations,
  readmeViolations,
  releaseTests,
} from './architecture/texts.ts';

const paths = projectFiles();
const codeFiles = paths.filter((path) => /^(?:src|test|bench)\/.*\.tsx?$/.test(path)).map(readSource);
const textFiles = paths
  .filter((path) => !/\.(?:png|wasm|gz)$/.test(path) && path !== 'package-lock.json')
  .map(readSource);

function expectNone(violations: readonly Violation[]): void {
  expect(violations.join('\n')).toBe('');
}

describe('the floors', () => {
  it('are those of the table, each a folder of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).toSorted()).toEqual(floors.map(({ name }) => name).toSorted());
  });

  it('import only what the table allows, through the doors', () => {
    expectNone(codeFiles.flatMap(importViolations));
  });

  it('from kernel to scenario know no real time, chance, asynchrony or language', () => {
    expectNone(codeFiles.flatMap(impurities));
  });

  it('have a short README each', () => {
    const texts = new Map(textFiles.map(({ path, text }) => [path, text]));
    const readmes = floors.map(({ name }) => `src/${name}/README.md`);
    expectNone(readmes.flatMap((path) => readmeViolations(path, texts.get(path))));
  });

  it('keep releases out of components', () => {
    expectNone(codeFiles.flatMap(releaseTests));
  });
});

describe('the files', () => {
  it('are short, and so are their functions and lines', () => {
    expectNone(codeFiles.flatMap(sizeViolations));
  });

  it('are named for one concept', () => {
    const named = paths.filter((path) => /^(?:src|test|bench)\/.*\.tsx?$/.test(path));
    expectNone(named.flatMap(nameViolations));
  });

  it('hold no unfinished work and no path of one machine', () => {
    expectNone(textFiles.flatMap(bannedTextViolations));
  });
});

describe('the package', () => {
  it('locks the binaries of every platform', () => {
    expectNone(lockViolations(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))));
  });

  it('has scripts for every shell, and exact versions', () => {
    expectNone(packageViolations(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))));
  });
});
