import { describeVerb, somebody } from './office.ts';

const threads = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_EXECUTIVE\\Threads\\SMS_INVENTORY_DATA_LOADER';

describeVerb(
  'component',
  ({ server, simulation, history }) => {
    server.files.write(somebody, 'C:\\SMS\\bin\\i386\\Dataldr.dll', { size: 9, token: 'x' }, { version: '2.00.1239' });
    server.registry.set(threads, 'Current State', { type: 'REG_SZ', data: 'Running' });
    simulation.startProcess('SERVER', 'SMS_INVENTORY_DATA_LOADER');
    history.length = 0;
  },
  [
    [
      'knows version, process and thread',
      'component: { on: SERVER, component: SMS_INVENTORY_DATA_LOADER, version: 2.00.1239, running: ' +
        'true, thread: Running }',
      true,
      'version 2.00.1239, running, thread Running',
    ],
    [
      'tells another version',
      'component: { on: SERVER, component: SMS_INVENTORY_DATA_LOADER, version: 2.00.1493 }',
      false,
      'version 2.00.1239, running, thread Running',
    ],
    [
      'knows what is not installed',
      'component: { on: CLIENT1, component: SMS_INVENTORY_DATA_LOADER, installed: true }',
      false,
      'not installed, not running',
    ],
  ],
  [
    [
      'knows the names of components',
      'component: { on: SERVER, component: SMS_DATA_LOADER }',
      'SM022 there is no component "SMS_DATA_LOADER"',
    ],
  ],
);
