import { describe, expect, it } from 'vitest';
import * as world from '../../src/world/index.ts';
import { argumentTable, plainValue } from '../../src/analysis/reference/argument-table.ts';
import { fileFormats } from '../../src/analysis/reference/file-formats.ts';
import { sms12FileFormats } from '../../src/analysis/reference/sms12-file-formats.ts';
import { page, provenanceWords, slug, table } from '../../src/analysis/reference/markdown.ts';
import { referencePages } from '../../src/analysis/index.ts';
import { sourcedStates } from '../../src/analysis/reference/sourced-states.ts';
import { sms12, sms20 } from '../../src/catalogue/index.ts';
import { expectationVerbs, stepVerbs } from '../../src/scenario/index.ts';

const pages = new Map(referencePages([sms20, sms12], [], []).map(({ path, text }) => [path, text]));

describe('the reference', () => {
  it.each(stepVerbs.map((verb) => [verb.name, verb] as const))('tells of the step %s', (name, verb) => {
    expect(pages.get('steps.md')).toContain(`## ${name}\n\n${verb.summary}.`);
    expect(pages.get('steps.md')).toContain(`- ${verb.example}`);
  });

  it.each(expectationVerbs.map((verb) => [verb.name, verb] as const))('tells of the expectation %s', (name, verb) => {
    expect(pages.get('expectations.md')).toContain(`## ${name}\n\n${verb.summary}.`);
    expect(pages.get('expectations.md')).toContain(`- ${verb.example}`);
  });

  it.each([
    ...sms20.components.map((component) => [component.name, '', component] as const),
    ...sms12.components.map((component) => [component.name, 'sms12/', component] as const),
  ])('has a page for %s with its machine, every effect, delay and trait', (name, folder, component) => {
    const text = pages.get(`${folder}components/${slug(name)}.md`) ?? '';
    expect(text).toContain('```mermaid\nstateDiagram-v2\n');
    const named = [component.effects, component.delays, component.traits].flatMap((one) => Object.keys(one));
    expect(named.filter((one) => !text.includes(`| ${one} |`))).toEqual([]);
  });

  it('lists every site setting with its default', () => {
    for (const [name, setting] of Object.entries(sms20.settings)) {
      expect(pages.get('settings.md')).toContain(`| ${name} |`);
      expect(pages.get('settings.md')).toContain(setting.meaning);
    }
  });

  it('names the span of versions of every change of a build', () => {
    const text = pages.get('builds-and-releases.md') ?? '';
    for (const change of sms20.changes) expect(text).toContain(`| ${change.component} | ${change.trait} |`);
    expect(text).toContain('| before 2.00.1493.4000 |');
  });

  it('counts every fact once and lists every assumption of a format', () => {
    const text = pages.get('provenance.md') ?? '';
    const assumed = fileFormats.filter(({ provenance }) => provenance.standing === 'assumed');
    for (const { title } of assumed) expect(text).toContain(`| ${title} | format |`);
    const [documented, inferred] = ['documented', 'inferred'].map((standing) => {
      return fileFormats.filter(({ provenance }) => provenance.standing === standing).length;
    });
    expect(text).toContain(`| format | ${documented} | ${inferred} | ${assumed.length} |`);
  });

  it('lists every assumption of the program, those of effects too', () => {
    const text = pages.get('provenance.md') ?? '';
    const missing = world
      .allAssumptions()
      .filter(({ note = '' }) => !text.includes(`| ${note.replaceAll('|', '\\|')} |`));
    expect(missing).toEqual([]);
    expect(world.allAssumptions().length).toBeGreaterThan(50);
    expect(text).toContain('| A heartbeat record has identity, names, addresses, sites, system and version. |');
  });

  it('knows the provenance of every format of the world floor', () => {
    const exported = Object.entries(world).filter(([name]) => name.endsWith('Provenance'));
    const known = new Set([...fileFormats, ...sms12FileFormats].map(({ provenance }) => provenance));
    const unknown = exported.filter(([, provenance]) => !known.has(provenance as world.Provenance));
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  it('lists every page but those of components in its table of contents', () => {
    const listed = [...pages.keys()].filter(
      (path) => path !== 'README.md' && !/(?:^|\/)components\/(?!README)/.test(path),
    );
    for (const path of listed) expect(pages.get('README.md')).toContain(`](${path})`);
  });
});

describe('an argument table', () => {
  it('follows a mapping into its mappings and lists', () => {
    const schema = {
      type: 'object',
      properties: {
        on: { type: 'string', 'x-text': 'computer', description: 'Where' },
        report: { type: 'object', properties: { kind: { enum: ['complete', 'delta'], default: 'complete' } } },
        rows: { type: 'array', items: { type: 'object', properties: { a: { type: ['string', 'number'] } } } },
      },
      required: ['on'],
    };
    expect(argumentTable(schema).split('\n').slice(2)).toEqual([
      '| `on` | yes | computer | Where |',
      '| `report` |  | mapping |  |',
      '| `report.kind` |  | `complete`, `delta` | default complete |',
      '| `rows` |  | list of mapping |  |',
      '| `rows[].a` |  | text, or number |  |',
    ]);
  });

  it('does not spell out what has a page of its own', () => {
    const event = { 'x-text': 'event', type: 'object', properties: { step: { type: 'string' } } };
    const schema = { type: 'object', properties: { when: event } };
    expect(argumentTable(schema).split('\n').slice(2)).toEqual(['| `when` |  | event |  |']);
  });

  it('needs a key that every form of a verb needs', () => {
    const [a, b] = [{ type: 'string' }, { type: 'integer' }];
    const schema = {
      anyOf: [
        { type: 'object', properties: { a, b }, required: ['a', 'b'] },
        { type: 'object', properties: { a }, required: ['a'] },
        { type: 'string' },
      ],
    };
    const rows = argumentTable(schema).split('\n').slice(2);
    expect(rows).toEqual(['| `a` | yes | text |  |', '| `b` |  | whole number |  |']);
    expect(plainValue(schema)).toBe('text');
  });
});

describe('a page', () => {
  it('begins with its title, says that it is generated, and ends with one line break', () => {
    expect(page('Title', 'One.', '', 'Two.')).toBe(
      '# Title\n\n<!-- Generated by `smsim reference`; do not edit. -->\n\nOne.\n\nTwo.\n',
    );
  });

  it('keeps cells whole whatever stands in them', () => {
    expect(table(['a'], [['hw | sw\nclient']])).toBe('| a |\n| --- |\n| hw \\| sw client |');
    expect(table(['a'], [])).toBe('');
  });

  it('says of an assumption what was chosen before what is silent', () => {
    expect(provenanceWords(world.assumed('Ten seconds.'))).toBe('assumed: Ten seconds. (sources silent)');
    expect(provenanceWords(world.documented('Q231232'))).toBe('documented: Q231232');
  });
});

describe('sources of a machine', () => {
  it('name states by their path, and are there for every component that cites articles', () => {
    const copyQueue = sms20.components.find((component) => component.name === 'Copy Queue');
    const places = copyQueue === undefined ? [] : sourcedStates(copyQueue).map(([place]) => place);
    expect(places).toContain('sleeping');
    expect(places).toContain('copy cycle.copying');
  });
});
