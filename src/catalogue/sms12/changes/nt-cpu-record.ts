import { documented, ntCpuRecordLengths } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';

const servicePack2 = '1.20.786.2000';
const servicePack4 = '1.20.786.4000';

/** The agents of Windows NT and the Inventory Processor, each with the record of its own service pack (Q169038). */
export function ntCpuRecordChanges(component: string): readonly BuildChange[] {
  const { released, servicePack2: longer } = ntCpuRecordLengths;
  const change = {
    component,
    trait: 'length of the NT CPU record (bytes)',
    kind: 'change',
    provenance: documented('Q169038'),
  } as const;
  return [
    { ...change, value: released, until: servicePack2 },
    { ...change, value: longer, from: servicePack2, until: servicePack4 },
  ];
}
