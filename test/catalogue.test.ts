import { describe, expect, it } from 'vitest';
import { findRelease, holdsFor, sms20, sms20Releases, type BuildChange } from '../src/catalogue/index.ts';
import {
  compareVersions,
  defaultSmsDefMof,
  documented,
  printSmsDefMof,
  reportedClasses,
  type SmsDefMof,
} from '../src/world/index.ts';

/** Compver.ini of each client component at each level, as Q266130 prints it (Windows Management: Windows NT 4.0). */
const q266130 = {
  '2.0': ['2.00.1239.0000', '698.0000'],
  '2.0 SP1': ['2.00.1380.1000', '698.0001'],
  '2.0 SP2': {
    base: '2.00.1493.2009',
    hinv: '2.00.1493.2000',
    licmtr: '2.00.1493.2000',
    remctrl: '2.00.1493.2001',
    sinv: '2.00.1493.2006',
    smsapm32: '2.00.1493.2011',
    snmpelea: '2.00.1493.2000',
    swdist: '2.00.1493.2011',
    wbem: '698.0012',
  },
  '2.0 SP3': {
    base: '2.00.1493.3004',
    hinv: '2.00.1493.3000',
    licmtr: '2.00.1493.3000',
    remctrl: '2.00.1493.3008',
    sinv: '2.00.1493.3006',
    smsapm32: '2.00.1493.3002',
    snmpelea: '2.00.1493.3000',
    swdist: '2.00.1493.3000',
    wbem: '698.0012',
  },
  '2.0 SP4': {
    base: '2.00.1493.4009',
    hinv: '2.00.1493.4008',
    licmtr: '2.00.1493.4000',
    remctrl: '2.00.1493.4008',
    sinv: '2.00.1493.4008',
    smsapm32: '2.00.1493.4012',
    snmpelea: '2.00.1493.4000',
    swdist: '2.00.1493.4006',
    wbem: '698.0021',
  },
} as const;

/** The first two levels have one version for all components but Windows Management. */
function expected(row: (typeof q266130)[keyof typeof q266130]): Readonly<Record<string, string>> {
  if (!Array.isArray(row)) return row as Readonly<Record<string, string>>;
  const [all, wbem] = row as readonly [string, string];
  return Object.fromEntries(Object.keys(q266130['2.0 SP2']).map((name) => [name, name === 'wbem' ? wbem : all]));
}

describe('the releases of SMS 2.0', () => {
  it('are in the order in which Microsoft shipped them', () => {
    expect(sms20Releases.map(({ name }) => name)).toEqual([...Object.keys(q266130), '2.0 SP4 HRP']);
    const versions = sms20Releases.map(({ fullVersion }) => fullVersion);
    expect(versions.toSorted(compareVersions)).toEqual(versions);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it.each(Object.entries(q266130))('carry the client components of Q266130: %s', (name, row) => {
    const components = Object.entries(findRelease(name)?.clientComponents ?? {});
    expect(Object.fromEntries(components.map(([folder, media]) => [folder, media.version]))).toEqual(expected(row));
    for (const [, media] of components) expect(media.provenance.source).toBe('Q266130');
  });

  it('have one Sms_def.mof up to SP2 and another one from SP3 on (Q319864)', () => {
    const definitions = sms20Releases.map(({ smsDefMof }) => printSmsDefMof(smsDefMof.mof));
    const [first = '', , , later = ''] = definitions;
    expect(definitions).toEqual([first, first, first, later, later, later]);
    expect(later).not.toBe(first);
    expect(reportedClasses(sms20Releases[5]?.smsDefMof.mof as SmsDefMof)).toEqual(reportedClasses(defaultSmsDefMof));
  });

  it('say over which releases Setup installs them (Q280756, Q308269, Q323206)', () => {
    expect(sms20Releases.map(({ installsOver }) => installsOver)).toEqual([
      ...[undefined, undefined, undefined],
      ...[['2.0 SP2'], ['2.0 SP2', '2.0 SP3'], ['2.0 SP4']],
    ]);
  });

  it('end with the rollup, which needs SP4 and updates only the client base components (Q323206)', () => {
    const [servicePack, rollup] = [
      findRelease('SP4')?.clientComponents ?? {},
      findRelease('HRP')?.clientComponents ?? {},
    ];
    const changed = Object.keys(rollup).filter((folder) => rollup[folder]?.version !== servicePack[folder]?.version);
    expect(changed).toEqual(['base']);
    expect(compareVersions(rollup['base']?.version ?? '', servicePack['base']?.version ?? '')).toBeGreaterThan(0);
  });

  it('never go back to an older version of a component', () => {
    for (const folder of Object.keys(q266130['2.0 SP2'])) {
      const versions = sms20Releases.map((release) => release.clientComponents[folder]?.version ?? '');
      expect(versions.toSorted(compareVersions)).toEqual(versions);
    }
  });

  it('hold the file of every component, once', () => {
    for (const release of sms20Releases) {
      const client = Object.values(release.clientComponents).flatMap(({ files }) => files);
      const server = Object.keys(release.serverFiles).map((path) => path.replace('bin\\i386\\', ''));
      expect(new Set([...client, ...server]).size).toBe(client.length + server.length);
      for (const component of sms20.components) expect(sms20.versionOn(release.name, component.file)).toBeDefined();
    }
  });
});

describe('the name of a release', () => {
  it.each([
    ['2.0', '2.0'],
    ['RTM', '2.0'],
    ['rtm', '2.0'],
    ['SP1', '2.0 SP1'],
    ['2.0 sp2', '2.0 SP2'],
    [' SP3 ', '2.0 SP3'],
    ['2.0 SP4', '2.0 SP4'],
    ['HRP', '2.0 SP4 HRP'],
  ])('"%s" means %s', (text, name) => {
    expect(findRelease(text)?.name).toBe(name);
  });

  it.each(['', '1.2', 'SP5', '2.0SP1', 'constructor'])('"%s" means none', (text) => {
    expect(findRelease(text)).toBeUndefined();
  });
});

describe('a change of a build', () => {
  const change = (span: Pick<BuildChange, 'from' | 'until'>): BuildChange => ({
    component: 'C',
    trait: 't',
    value: 1,
    kind: 'defect',
    provenance: documented('Q1'),
    ...span,
  });

  it.each([
    [{}, '1.0', true],
    [{ until: '2.00.1493.4000' }, '2.00.1493.3999', true],
    [{ until: '2.00.1493.4000' }, '2.00.1493.4000', false],
    [{ from: '2.00.1380.1000' }, '2.00.1239.0000', false],
    [{ from: '2.00.1380.1000' }, '2.00.1380.1000', true],
    [{ from: '1.0', until: '3.0' }, '2.5', true],
    [{ from: '1.0', until: '3.0' }, '10.0', false],
  ])('with the span %j holds for version %s: %s', (span, version, holds) => {
    expect(holdsFor(change(span), version)).toBe(holds);
  });

  it.each(sms20.changes.map((one) => [`${one.component}: ${one.trait}`, one] as const))('%s', (_name, one) => {
    const component = sms20.components.find(({ name }) => name === one.component);
    const trait = component?.traits[one.trait];
    expect(trait).toBeDefined();
    expect(typeof one.value).toBe(typeof trait?.default);
    expect(one.value).not.toBe(trait?.default);
    expect(one.provenance.source).toMatch(/\bQ\d{6}\b|Guide|online help/);
    if (one.from !== undefined && one.until !== undefined) {
      expect(compareVersions(one.from, one.until)).toBeLessThan(0);
    }
  });

  it.each(sms20.changes.map((one) => [`${one.component}: ${one.trait}`, one] as const))(
    '%s touches some release',
    (_name, one) => {
      const component = sms20.components.find(({ name }) => name === one.component);
      const versions =
        component === undefined ? [] : sms20Releases.flatMap((one) => sms20.versionOn(one.name, component.file) ?? []);
      expect(versions.some((version) => holdsFor(one, version))).toBe(true);
    },
  );

  it('gives a trait one value for one version', () => {
    const clashes = sms20.changes.flatMap((one, index) =>
      sms20.changes
        .slice(index + 1)
        .filter((other) => clash(one, other))
        .map((other) => [one, other]),
    );
    expect(clashes).toEqual([]);
  });

  it('that overlaps another one of the same trait is found', () => {
    expect(clash(change({ until: '2.0' }), change({ from: '1.9' }))).toBe(true);
    expect(clash(change({ until: '2.0' }), change({ from: '2.0' }))).toBe(false);
    expect(clash(change({}), { ...change({}), trait: 'other' })).toBe(false);
  });
});

/** Whether two changes speak of one trait for one version. */
function clash(one: BuildChange, other: BuildChange): boolean {
  if (one.component !== other.component || one.trait !== other.trait) return false;
  const endsBefore = (a: BuildChange, b: BuildChange): boolean =>
    a.until !== undefined && b.from !== undefined && compareVersions(a.until, b.from) <= 0;
  return !endsBefore(one, other) && !endsBefore(other, one);
}
