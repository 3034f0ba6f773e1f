import type { Instant } from '../../../kernel/index.ts';
import {
  assumed,
  identificationClass as identificationClassOf12,
  identificationOf,
  parseDeltaMif,
  type HardwareAttribute,
  type HardwareGroup,
  type HardwareReport,
  type InventoryGroup,
} from '../../../world/index.ts';

/** That a site of SMS 2.0 loads them is told, not how it maps one kind of MIF to the other. */
export const childReportProvenance = assumed(
  'Groups of a MIF of SMS 1.2 are stored under their classes; the SMSID is the identifier of the computer.',
  'Q258162',
);

/** A MIF of a child site of SMS 1.2 as the Data Loader takes it; undefined for any other file. */
export function childReport(text: string, time: Instant): HardwareReport | undefined {
  const report = parseDeltaMif(text);
  if (!report.ok) return undefined;
  const whose = identificationOf(report.value);
  if (whose === undefined || whose.smsid === null) return undefined;
  return {
    guid: whose.smsid,
    computerName: whose.name ?? '',
    siteCode: whose.site ?? '',
    kind: report.value.pragma === 'resync' ? 'complete' : 'delta',
    time,
    groups: report.value.groups.filter((group) => group.class !== identificationClassOf12).map(groupOf),
  };
}

const pragmas = { 'SMS:Add': 'add', 'SMS:Update': 'update', 'SMS:Delete': 'delete' } as const;

function groupOf({ name, class: className, keys, attributes, pragma }: InventoryGroup): HardwareGroup {
  return {
    ...{ name, class: className, key: keys },
    ...(pragma === undefined ? {} : { pragma: pragmas[pragma] }),
    attributes: Object.entries(attributes).flatMap(([attribute, value]): readonly HardwareAttribute[] => {
      if (value === null) return [];
      return typeof value === 'number'
        ? [{ name: attribute, type: 'integer', value }]
        : [{ name: attribute, type: 'string', value }];
    }),
  };
}
