import { hour } from '../../../src/kernel/index.ts';
import { describeVerb } from './office.ts';

describeVerb(
  'traffic',
  ({ simulation, world }) => {
    world.carry('CLIENT1/a program', 'CLIENT1', 'SERVER', 1000);
    simulation.now += hour;
    world.carry('CLIENT1/a program', 'SERVER', 'CLIENT1', 2000);
  },
  [
    [
      'counts both directions',
      'traffic: { between: [CLIENT1, SERVER], bytes: { at most: 3 KB } }',
      true,
      '3000 bytes passed between CLIENT1 and SERVER',
    ],
    [
      'counts what passed in a window',
      'traffic: { between: [CLIENT1, SERVER], bytes: 2000, from: "09:30", until: "10:00" }',
      true,
      '2000 bytes passed between CLIENT1 and SERVER',
    ],
    [
      'counts what passed up to a time',
      'traffic: { between: [SERVER, CLIENT1], bytes: 2000, until: "09:30" }',
      false,
      '1000 bytes passed between SERVER and CLIENT1',
    ],
    [
      'tells how much it was',
      'traffic: { between: [SERVER, CLIENT1], bytes: 0 }',
      false,
      '3000 bytes passed between SERVER and CLIENT1',
    ],
  ],
  [
    [
      'needs sizes with known units',
      'traffic: { between: [SERVER, CLIENT1], bytes: 3 kilo }',
      'SM015 bytes: write a size with its unit: 20 bytes, 100 KB, 5 MB or 2 GB',
    ],
  ],
);
