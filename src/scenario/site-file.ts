import { z } from 'zod';
import { computerRoles } from '../simulation/index.ts';
import { operatingSystemNames, zoneNames } from '../world/index.ts';
import { componentName, computerName, releaseName, settingName, spelledOut, traitName } from './references.ts';
import { addressSchema } from './site-addresses.ts';
import { parseReading } from './times.ts';

/** A clock reading with its date: `1999-11-15 08:00`. */
export function readingText(): z.ZodString {
  return spelledOut('moment', z.string(), (text) =>
    parseReading(text) === undefined ? 'is no date and time: write 1999-11-15 08:00' : undefined,
  );
}

const settingValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** Site settings by their names in the product; what is not named keeps its default. */
export const settingsSchema = z.record(settingName(), settingValue);

const hardware = z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number()]))));

const software = z.strictObject({
  path: z.string().describe('C:\\Program Files\\Plus!\\plus.exe'),
  size: z.number().int().nonnegative().default(100_000).describe('Bytes'),
  version: z.string().optional(),
  product: z.string().optional(),
  company: z.string().optional(),
});

const user = z.union([
  z.string().describe('A user without administrator rights'),
  z.strictObject({ name: z.string(), administrator: z.boolean().default(false) }),
]);

/** A computer of a site, or, with `count` and `{n}` in its name, a group of equal ones. */
export const computerSchema = z.strictObject({
  name: z.string().min(1).describe('NetBIOS name; with count, a pattern: CLIENT{n}'),
  count: z.number().int().min(1).max(200_000).optional().describe('How many of them; {n} counts from 1'),
  role: z.enum(computerRoles).optional(),
  'operating system': z.enum(operatingSystemNames).optional(),
  zone: z.enum(zoneNames()).optional(),
  'clock error': z.string().optional().describe('How far its clock is ahead: 5m; behind: -5m'),
  address: z.string().optional().describe('IP address; {n} as in the name'),
  subnet: z.string().optional(),
  domain: z.string().optional().describe('Windows NT domain of its users; the first of the file without it'),
  'MAC address': z.string().optional(),
  power: z.enum(['on', 'off']).optional(),
  user: user.optional().describe('Who is logged on'),
  installed: z
    .boolean()
    .optional()
    .describe('Whether the SMS client is installed; a client has it unless told otherwise'),
  sites: z.array(z.string()).optional().describe('Site codes of an installed client, the principal one first'),
  identity: z.string().optional().describe('SMS unique identifier'),
  hardware: hardware.optional().describe('Instances by WMI class, in the place of the default ones'),
  software: z.array(software).optional().describe('Program files that software inventory finds'),
  files: z.record(z.string(), z.string()).optional().describe('Further files: local path and text'),
});

const siteDomain = z.strictObject({
  name: z.string(),
  discovery: z.boolean().default(true).describe('Windows Networking Logon Discovery'),
  installation: z.boolean().default(true).describe('Windows Networking Logon Client Installation'),
  'NetWare servers': z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Servers of an SMS domain of NetWare, which no Windows NT domain has; SMS 1.2 only'),
});

const windowsDomain = z.strictObject({
  name: z.string(),
  controllers: z.array(z.string()).min(1).describe('NetBIOS names, the primary domain controller first'),
});

const siteShape = {
  site: z
    .string()
    .regex(/^[A-Za-z0-9]{3}$/, 'a site code is three letters or digits')
    .describe('Site code'),
  name: z.string().optional().describe('Site name'),
  server: z.string().describe('NetBIOS name of the site server'),
  folder: z.string().default('C:\\SMS').describe('Installation folder on the site server'),
  type: z
    .enum(['primary', 'secondary'])
    .optional()
    .describe('A secondary site has no site database; primary without it'),
  parent: z.string().optional().describe('Site code of the parent site'),
  addresses: z.array(addressSchema).optional().describe('What is said of the addresses to parent and child sites'),
  'access points': z
    .array(z.union([z.string(), z.strictObject({ server: z.string(), folder: z.string() })]))
    .optional()
    .describe('CAP servers; the site server itself without it'),
  boundaries: z.array(z.string()).default([]).describe('IP subnets; a site of SMS 1.2 has none'),
  domains: z
    .array(z.union([z.string(), siteDomain]))
    .optional()
    .describe('Windows NT domains whose controllers are logon points of the site'),
  'connection accounts': z
    .array(z.strictObject({ name: z.string(), password: z.string() }))
    .optional()
    .describe('Client connection accounts in the order clients try them'),
  settings: settingsSchema.optional(),
};

/** A site beside the first one; it and its clients may be of another release, and of another product. */
const otherSiteShape = {
  ...siteShape,
  release: releaseName().optional().describe('Release of this site and of the clients that name it; as the first site'),
};

/** The content of scenarios/sites/NAME.yaml, or of an inline `site:`. */
export const siteSchema = z.strictObject({
  ...siteShape,
  release: releaseName().default('2.0').describe('Release of the site and its clients'),
  zone: z.enum(zoneNames()).default('Central Standard Time').describe('Zone of every computer that names no other'),
  start: readingText().default('1999-11-15 08:00').describe("Reading of the site server's clock when the run begins"),
  'other sites': z.array(z.strictObject(otherSiteShape)).optional().describe('Sites beside this one'),
  'Windows NT domains': z.array(windowsDomain).optional().describe('Domains and their controllers'),
  computers: z.array(computerSchema).min(1),
});

export type SiteFile = z.infer<typeof siteSchema>;
export type OtherSite = NonNullable<SiteFile['other sites']>[number];
export type ComputerEntry = z.infer<typeof computerSchema>;

/** A trait of a component given another value from the start of the run on. */
export const traitSchema = z.strictObject({
  component: componentName(),
  trait: traitName(),
  value: z.union([z.boolean(), z.number(), z.string()]),
  on: computerName().optional().describe('Computer; all without it'),
});
