import { describeVerb } from './office.ts';

const key = 'HKLM\\Software\\Microsoft\\SMS\\Client';

describeVerb(
  'registry',
  (play) => {
    play.client.registry.set(key, 'Version', { type: 'REG_SZ', data: '2.00.1239' });
    play.client.registry.set(key, 'Resync', { type: 'REG_DWORD', data: 1 });
    play.client.registry.set(key, 'Sites', { type: 'REG_MULTI_SZ', data: ['ABC', 'DEF'] });
    play.client.registry.createKey(`${key}\\Sites`);
  },
  [
    [
      'compares a text',
      `registry: { on: CLIENT1, key: '${key}', value: version, is: 2.00.1239 }`,
      true,
      'version is "2.00.1239"',
    ],
    ['compares a number', `registry: { on: CLIENT1, key: '${key}', value: Resync, is: 0 }`, false, 'Resync is 1'],
    [
      'compares a list',
      `registry: { on: CLIENT1, key: '${key}', value: Sites, is: [ABC, DEF], has: /^DEF/m }`,
      true,
      'Sites is the list ABC, DEF',
    ],
    [
      'knows that a value is missing',
      `registry: { on: CLIENT1, key: '${key}', value: State }`,
      false,
      'the key has no such value',
    ],
    [
      'knows that a key is missing',
      "registry: { on: SERVER, key: 'HKLM\\Software\\x', exists: false }",
      true,
      'there is no such key',
    ],
    [
      'lists the keys below a key',
      `registry: { on: CLIENT1, key: '${key}', keys: [Sites, Other] }`,
      false,
      'the key is there, with Sites below it',
    ],
  ],
  [
    [
      'needs a value to look at',
      `registry: { on: CLIENT1, key: '${key}', is: 1 }`,
      'SM015 registry: is, has and lacks look at a value: give its name as value',
    ],
  ],
);
