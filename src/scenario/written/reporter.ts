import { z } from 'zod';
import { clientKeys, clientProperties } from '../../components/index.ts';
import type { Play } from '../play.ts';
import { computerName, siteCode } from '../references.ts';
import { readingText } from '../site-file.ts';
import { siteFor } from '../site-of-step.ts';
import { parseReading } from '../times.ts';

/** What every inventory report of a client begins with; spread into the shapes of the reports. */
export const reporterShape = {
  client: computerName().describe('Client that reports'),
  site: siteCode().optional().describe('Site it reports to'),
  kind: z.enum(['complete', 'delta']).default('complete'),
  time: readingText().optional().describe("Start of the inventory by the client's clock; now without it"),
  identity: z.string().optional().describe("SMS unique identifier in the place of the client's own"),
};

/** The heading of a report. */
export interface Reporter {
  readonly guid: string;
  readonly computerName: string;
  readonly siteCode: string;
  readonly time: number;
}

/** Who reports, as a client fills it in. */
export function reporterOf(
  play: Play,
  given: {
    readonly client: string;
    readonly site?: string | undefined;
    readonly time?: string | undefined;
    readonly identity?: string | undefined;
  },
): Reporter {
  const { name, registry, now } = clientOf(play, given.client);
  return {
    guid: given.identity ?? registry.getText(clientKeys.properties, clientProperties.identity) ?? '',
    computerName: name,
    siteCode: siteFor(play, given.site).code,
    time: given.time === undefined ? now : (parseReading(given.time) ?? now),
  };
}

function clientOf(play: Play, name: string) {
  const computer = play.world.mustHave(name);
  return { name: computer.name, registry: computer.registry, now: computer.now() };
}
