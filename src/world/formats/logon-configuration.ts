import { assumed } from '../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';

/** What the file is for is known, its text is not (Q227028, Q264976). */
export const logonConfigurationProvenance = assumed(
  'The .lcf of a site is an INI: site, server, version, methods, polling interval and the files the site needs.',
  'Q227028, Q235726, Q264976',
);

/** What a site tells the other sites of a domain about itself: `ABC_cfg.lcf`. */
export interface LogonConfiguration {
  readonly siteCode: string;
  readonly siteServer: string;
  /** Full version of the site. */
  readonly version: string;
  readonly logonDiscovery: boolean;
  readonly logonInstallation: boolean;
  readonly pollingMinutes: number;
  /** Paths below the share, as Copylog.tcf writes them. */
  readonly files: readonly string[];
}

/** The text of `<site>_cfg.lcf`. */
export function printLogonConfiguration(configuration: LogonConfiguration): string {
  const { siteCode, siteServer, version, logonDiscovery, logonInstallation, pollingMinutes, files } = configuration;
  return printIni(
    iniOf([
      [
        'Site',
        [
          ['Site Code', siteCode],
          ['Site Server', siteServer],
          ['Version', version],
          ['Logon Discovery', logonDiscovery ? '1' : '0'],
          ['Logon Installation', logonInstallation ? '1' : '0'],
          ['Polling Interval', String(pollingMinutes)],
        ],
      ],
      ['Files', files.map((file, index) => [`File ${index + 1}`, file])],
    ]),
  );
}

/** Reads `<site>_cfg.lcf`; undefined where it names no site. */
export function parseLogonConfiguration(text: string): LogonConfiguration | undefined {
  const ini = parseIni(text);
  const value = (key: string): string => iniValue(ini, 'Site', key) ?? '';
  if (value('Site Code') === '') return undefined;
  return {
    siteCode: value('Site Code'),
    siteServer: value('Site Server'),
    version: value('Version'),
    logonDiscovery: value('Logon Discovery') === '1',
    logonInstallation: value('Logon Installation') === '1',
    pollingMinutes: Number(value('Polling Interval')),
    files: iniEntries(ini, 'Files').map(([, file]) => file),
  };
}
