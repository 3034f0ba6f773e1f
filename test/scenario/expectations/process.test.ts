import { describeVerb, somebody } from './office.ts';

describeVerb(
  'process',
  ({ server, simulation }) => {
    server.files.write(somebody, 'C:\\SMS\\bin\\i386\\Dataldr.dll', { size: 9, token: 'x' }, { version: '2.00.1239' });
    simulation.startProcess('SERVER', 'SMS_INVENTORY_DATA_LOADER');
  },
  [
    [
      'knows that a component runs',
      'process: { on: server, component: SMS_INVENTORY_DATA_LOADER, state: wait }',
      true,
      'running, in state waiting',
    ],
    [
      'tells another state',
      'process: { on: SERVER, component: SMS_INVENTORY_DATA_LOADER, state: loading }',
      false,
      'running, in state waiting',
    ],
    [
      'knows that it does not run elsewhere',
      'process: { on: CLIENT1, component: SMS_INVENTORY_DATA_LOADER }',
      false,
      'not running',
    ],
    [
      'can be asked for just that',
      'process: { on: CLIENT1, component: SMS_INVENTORY_DATA_LOADER, running: false }',
      true,
      'not running',
    ],
  ],
  [
    [
      'knows the computers',
      'process: { on: CLIENT9, component: SMS_INVENTORY_DATA_LOADER }',
      'SM020 there is no computer "CLIENT9"',
    ],
  ],
);
