import { z } from 'zod';
import type { SiteSetup } from '../simulation/index.ts';
import { addressOpenings, type AddressSpan, type SiteAddress } from '../world/index.ts';
import { siteCode } from './references.ts';

const minutesOfHour = 60;

/** A clock reading without a date, up to 24:00. */
function clockText(): z.ZodString {
  return z.string().refine((text) => minutesOf(text) !== undefined, 'is no time of day: write 08:00');
}

function minutesOf(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const all = Number(hours) * minutesOfHour + Number(minutes);
  return hours === '' || Number(minutes) >= minutesOfHour || all > 24 * minutesOfHour ? undefined : all;
}

const span = z.strictObject({
  from: clockText().describe("08:00, by the site server's clock, every day"),
  to: clockText().describe('18:00'),
  send: z.enum(addressOpenings).describe('Which jobs may be sent then'),
});

/** What the Schedule and Rate Limits tabs of an address offer. */
export const addressShape = {
  schedule: z.array(span).optional().describe('Open for all jobs without it, and outside its spans'),
  limit: z.number().min(1).max(100).optional().describe('Per cent of the connection that the sender may use'),
};

/** An address of a site, as a site file has it. */
export const addressSchema = z.strictObject({ to: siteCode().describe('Code of the other site'), ...addressShape });

/** An address that says nothing but where it leads. */
export function plainAddress(site: Pick<SiteSetup, 'code' | 'server'>): SiteAddress {
  return { site: site.code, server: site.server, schedule: [] };
}

/** An address with what a file says of it. */
export function addressWith(
  address: SiteAddress,
  given: Pick<z.infer<typeof addressSchema>, 'schedule' | 'limit'>,
): SiteAddress {
  const schedule = given.schedule?.map((one): AddressSpan => ({
    from: minutesOf(one.from) ?? 0,
    to: minutesOf(one.to) ?? 0,
    send: one.send,
  }));
  return {
    ...address,
    ...(schedule === undefined ? {} : { schedule }),
    ...(given.limit === undefined ? {} : { limit: given.limit }),
  };
}

/** The sites with the addresses they need: parent and child have one to each other, with what their files say of it. */
export function withAddresses(
  sites: readonly SiteSetup[],
  given: ReadonlyMap<string, readonly z.infer<typeof addressSchema>[]>,
): readonly SiteSetup[] {
  return sites.map((site) => {
    const addresses = sites
      .filter((other) => related(site, other))
      .map((other) => {
        const said = given.get(site.code)?.find(({ to }) => to.toUpperCase() === other.code);
        return addressWith(plainAddress(other), said ?? {});
      });
    return addresses.length === 0 ? site : { ...site, addresses };
  });
}

function related(site: SiteSetup, other: SiteSetup): boolean {
  return site.parent === other.code || other.parent === site.code;
}
