import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from '../ini.ts';
import { parsed, syntaxError } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** Name, place, purpose and fate of the file are documented (Q168518), and that it is ASCII (Resource Guide). */
export const configurationRequestProvenance = assumed(
  'A .CCR is an INI: SMSID and name of the computer, its attempts, and an action for each service.',
  'Q168518, Resource Guide for SMS 1.2 (SMS Logon Server Directories)',
);

/** What client set-up asks of the Client Configuration Manager (`<SMSID>.CCR`). */
export interface ConfigurationRequest {
  readonly smsid: string;
  /** The computer to which the manager connects. */
  readonly machineName: string;
  /** Services and what is to become of them: `SMS Client Inventory`, `install`. */
  readonly actions: Readonly<Record<string, ServiceAction>>;
  /** Of a request in RETRY; whole seconds. */
  readonly firstAttempt?: Instant;
  readonly lastAttempt?: Instant;
  /** Number of the event that has told of its failure. */
  readonly reportedEvent?: number;
}

/** What is to become of a service. */
export type ServiceAction = 'install' | 'upgrade' | 'remove';

/** The text of a `.CCR`. */
export function printConfigurationRequest(request: ConfigurationRequest): string {
  const { smsid, machineName, actions, firstAttempt, lastAttempt, reportedEvent } = request;
  const head = [
    ['SMSID', smsid] as const,
    ['Machine', machineName] as const,
    ...(firstAttempt === undefined ? [] : [['First Attempt', printMifDate(firstAttempt)] as const]),
    ...(lastAttempt === undefined ? [] : [['Last Attempt', printMifDate(lastAttempt)] as const]),
    ...(reportedEvent === undefined ? [] : [['Reported Event', String(reportedEvent)] as const]),
  ];
  return printIni(
    iniOf([
      ['Request', head],
      ['Services', Object.entries(actions)],
    ]),
  );
}

/** Reads a `.CCR`. */
export function parseConfigurationRequest(text: string): Parsed<ConfigurationRequest> {
  const ini = parseIni(text);
  const field = (key: string) => iniValue(ini, 'Request', key);
  const [smsid, machineName] = ['SMSID', 'Machine'].map(field);
  const [firstAttempt, lastAttempt] = ['First Attempt', 'Last Attempt'].map((key) => parseMifDate(field(key) ?? ''));
  const services = iniEntries(ini, 'Services').map(([service, word]) => [service, actionOf(word)] as const);
  if (smsid === undefined || machineName === undefined) return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  const actions: Record<string, ServiceAction> = {};
  for (const [service, action] of services) {
    if (action === undefined) return syntaxError(1, service);
    actions[service] = action;
  }
  return parsed({
    smsid,
    machineName,
    actions,
    ...(firstAttempt === undefined ? {} : { firstAttempt }),
    ...(lastAttempt === undefined ? {} : { lastAttempt }),
    ...eventIn(field('Reported Event')),
  });
}

/** The request in RETRY after another one of the same computer has failed: the newer actions win (Q168518). */
export function mergedRequest(waiting: ConfigurationRequest, newer: ConfigurationRequest): ConfigurationRequest {
  return { ...waiting, ...newer, ...firstOf(waiting), actions: { ...waiting.actions, ...newer.actions } };
}

function firstOf({ firstAttempt }: ConfigurationRequest): Pick<ConfigurationRequest, 'firstAttempt'> {
  return firstAttempt === undefined ? {} : { firstAttempt };
}

function eventIn(number: string | undefined): Pick<ConfigurationRequest, 'reportedEvent'> {
  return /^\d{1,5}$/.test(number ?? '') ? { reportedEvent: Number(number) } : {};
}

function actionOf(word: string): ServiceAction | undefined {
  return (['install', 'upgrade', 'remove'] as const).find((one) => one === word);
}
