import { describeVerb } from './office.ts';

describeVerb(
  'traffic',
  ({ world }) => world.network.count('SERVER', 'CLIENT1', 3000),
  [
    [
      'counts both directions',
      'traffic: { between: [CLIENT1, SERVER], bytes: { at most: 3 KB } }',
      true,
      '3000 bytes passed between CLIENT1 and SERVER',
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
