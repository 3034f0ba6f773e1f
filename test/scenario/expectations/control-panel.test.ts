import { clientKeys, clientProperties, componentKey, componentValues } from '../../../src/components/index.ts';
import { describeVerb } from './office.ts';

const agent = componentKey('Hardware Inventory Agent');

describeVerb(
  'control panel',
  ({ client }) => {
    client.registry.set(agent, componentValues.version, { type: 'REG_SZ', data: '2.00.1239' });
    client.registry.set(agent, componentValues.state, { type: 'REG_SZ', data: 'Repair Pending' });
    client.registry.set(clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data: ['ABC', 'DEF'] });
  },
  [
    [
      'shows a row of the Components tab',
      'control panel: { on: CLIENT1, component: Hardware Inventory Agent, state: Repair Pending, version: 2.00.1239 }',
      true,
      'Hardware Inventory Agent: version 2.00.1239, Repair Pending',
    ],
    [
      'tells another state',
      'control panel: { on: CLIENT1, component: Hardware Inventory Agent, state: Installed }',
      false,
      'Hardware Inventory Agent: version 2.00.1239, Repair Pending',
    ],
    [
      'knows that a row is missing',
      'control panel: { on: CLIENT1, component: Copy Queue }',
      false,
      'no row Copy Queue; components Hardware Inventory Agent',
    ],
    ['shows the Sites tab in its order', 'control panel: { on: CLIENT1, sites: [DEF, ABC] }', false, 'sites ABC, DEF'],
    ['lists the rows', 'control panel: { on: SERVER, components: [] }', true, 'no components'],
  ],
  [
    [
      'needs the row whose state is meant',
      'control panel: { on: CLIENT1, state: Installed }',
      'SM015 control panel: listed, version and state look at one row: give its component',
    ],
  ],
);
