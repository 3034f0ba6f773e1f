import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Registry, type RegistryChange, type RegistryValue } from '../../src/world/index.ts';

const client = 'HKLM\\Software\\Microsoft\\SMS\\Client';
const silent = { onChange: (): void => undefined };
const number = (data: number): RegistryValue => ({ type: 'REG_DWORD', data });
const text = (data: string): RegistryValue => ({ type: 'REG_SZ', data });

function newRegistry(): { registry: Registry; changes: RegistryChange[] } {
  const changes: RegistryChange[] = [];
  return { registry: new Registry({ onChange: (change) => void changes.push(change) }), changes };
}

function copyOf<T>(saved: T): T {
  return JSON.parse(JSON.stringify(saved)) as T;
}

describe('a registry', () => {
  it.each([
    ['HKEY_LOCAL_MACHINE\\SOFTWARE\\microsoft\\sms\\CLIENT', 'RESYNC'],
    ['hkey_local_machine\\Software\\Microsoft\\SMS\\Client', 'resync'],
    ['hklm\\software\\microsoft\\sms\\client\\', 'Resync'],
  ])('finds a value under %s as %s', (key, name) => {
    const { registry } = newRegistry();
    registry.set(client, 'Resync', number(1));
    expect(registry.getNumber(key, name)).toBe(1);
  });

  it('shows names as they were first given, sorted without case', () => {
    const { registry } = newRegistry();
    for (const name of ['b', '_', 'Zz', 'A']) {
      registry.createKey(`${client}\\${name}`);
      registry.set(client, name, text(name));
    }
    registry.set(client.toUpperCase(), 'ZZ', text('again'));
    expect(registry.subkeys(client)).toEqual(['A', 'b', 'Zz', '_']);
    expect(registry.values(client).map(({ name }) => name)).toEqual(['A', 'b', 'Zz', '_']);
    expect(registry.subkeys('HKEY_LOCAL_MACHINE')).toEqual(['Software']);
  });

  it('gives a value only to who asks for its type', () => {
    const { registry } = newRegistry();
    registry.set(client, 'List', { type: 'REG_MULTI_SZ', data: ['ABC', 'XYZ'] });
    registry.set(client, 'Text', text('1'));
    expect(registry.getList(client, 'List')).toEqual(['ABC', 'XYZ']);
    expect([registry.getText(client, 'List'), registry.getNumber(client, 'Text')]).toEqual([undefined, undefined]);
    expect(registry.get(client, 'missing')).toBeUndefined();
  });

  it('tells of what changed, once, and of nothing when a value stays as it is', () => {
    const { registry, changes } = newRegistry();
    registry.set(client, 'Resync', number(1));
    registry.set(client, 'Resync', number(1));
    registry.set(client, 'Resync', number(0));
    registry.deleteValue(client, 'resync');
    registry.deleteKey(client);
    expect(changes.map(({ kind, value }) => [kind, value?.data])).toEqual([
      ['key created', undefined],
      ['set', 1],
      ['set', 0],
      ['deleted', undefined],
      ['key deleted', undefined],
    ]);
    expect(changes.every(({ key }) => key === client)).toBe(true);
  });

  it('deletes a key with everything below it, and says when there is nothing to delete', () => {
    const { registry } = newRegistry();
    registry.set(`${client}\\Sites\\Shared\\ABC`, 'x', text(''));
    expect(registry.deleteKey(`${client}\\Sites`)).toBe(true);
    expect(registry.exists(`${client}\\Sites\\Shared`)).toBe(false);
    expect(registry.exists(client)).toBe(true);
    expect(registry.deleteKey(`${client}\\Sites`)).toBe(false);
    expect(registry.deleteValue(client, 'x')).toBe(false);
    expect(registry.deleteKey('HKLM')).toBe(false);
  });
});

const key = fc
  .constantFrom('Sites', 'SITES\\ABC', 'Sites\\abc\\Deep', 'Components', 'Components\\X')
  .map((below) => `${client}\\${below}`);
const name = fc.constantFrom('a', 'A', 'b', '');
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key, name, value: fc.nat({ max: 3 }) }),
  fc.record({
    kind: fc.constantFrom('delete value' as const, 'delete key' as const, 'create key' as const),
    key,
    name,
  }),
);
const steps = fc.array(step, { maxLength: 40 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function apply(registry: Registry, taken: readonly Step[]): void {
  for (const one of taken) {
    if (one.kind === 'set') registry.set(one.key, one.name, number(one.value));
    else if (one.kind === 'delete value') registry.deleteValue(one.key, one.name);
    else if (one.kind === 'delete key') registry.deleteKey(one.key);
    else registry.createKey(one.key);
  }
}

/** The same as a map from lower-case key to its values. */
function modelOf(taken: readonly Step[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const keys = new Map<string, Map<string, number>>();
  for (const one of taken) {
    const full = one.key.toLowerCase();
    if (one.kind === 'delete value') keys.get(full)?.delete(one.name.toLowerCase());
    else if (one.kind === 'delete key') {
      for (const known of [...keys.keys()]) if (known === full || known.startsWith(`${full}\\`)) keys.delete(known);
    } else {
      const parts = full.split('\\');
      for (let end = 1; end <= parts.length; end++) {
        const above = parts.slice(0, end).join('\\');
        keys.set(above, keys.get(above) ?? new Map());
      }
      if (one.kind === 'set') keys.get(full)?.set(one.name.toLowerCase(), one.value);
    }
  }
  return keys;
}

describe('a registry under any operations', () => {
  it('holds what a map from key to values would', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { registry } = newRegistry();
        apply(registry, taken);
        const held = registry
          .save()
          .map(
            ([path, values]) =>
              [path.toLowerCase(), new Map(values.map(([held, value]) => [held.toLowerCase(), value.data]))] as const,
          );
        expect(new Map(held)).toEqual(modelOf(taken));
      }),
    );
  });

  it('never shows a change of a fork in its template, and comes back from its saved changes', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const { registry: template } = newRegistry();
        apply(template, before);
        const saved = copyOf(template.save());
        const fork = template.fork(silent);
        apply(fork, after);
        expect(copyOf(template.save())).toEqual(saved);
        const whole = copyOf(fork.save());
        expect(copyOf(Registry.restore(whole, silent).save())).toEqual(whole);
        const changes = copyOf(fork.saveChanges(template));
        expect(copyOf(Registry.restoreChanges(changes, template, silent).save())).toEqual(whole);
      }),
    );
  });

  it('tells a reader what is read through it, and no other', () => {
    const { registry } = newRegistry();
    registry.set('HKLM\\SMS', 'Site', { type: 'REG_SZ', data: 'ABC' });
    const read: string[] = [];
    const heard = registry.heardBy((path) => void read.push(path));
    expect(heard.getText('HKEY_LOCAL_MACHINE\\SMS', 'Site')).toBe('ABC');
    heard.getNumber('HKLM\\SMS', 'missing');
    heard.exists('HKLM\\SMS');
    heard.set('HKLM\\SMS', 'Site', { type: 'REG_SZ', data: 'XYZ' });
    expect(registry.getText('HKLM\\SMS', 'Site')).toBe('XYZ');
    expect(read).toEqual(['HKLM\\SMS\\Site', 'HKLM\\SMS\\missing', 'HKLM\\SMS']);
  });
});
