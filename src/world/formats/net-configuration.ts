import { assumed } from '../provenance.ts';
import { iniEntries, iniOf, parseIni, printIni } from './ini.ts';

/** That clients find the boundaries of a site in it is known (Q242492). */
export const netConfigurationProvenance = assumed(
  'Netconf.ncf is an INI that lists the IP subnets of a site.',
  'Q242492',
);

/** The text of `NETCONF.NCF`: the boundaries by which a client at a logon point finds out whether it is assigned. */
export function printNetConfiguration(subnets: readonly string[]): string {
  return printIni(iniOf([['IP Subnets', subnets.map((subnet, index) => [`Subnet ${index + 1}`, subnet])]]));
}

/** The IP subnets of `NETCONF.NCF`. */
export function parseNetConfiguration(text: string): readonly string[] {
  return iniEntries(parseIni(text), 'IP Subnets').map(([, subnet]) => subnet);
}
