import { assumed } from '../../../world/index.ts';
import { printed, refused, type Tool } from '../../tool.ts';
import { serviceControlCode, watchdogCodes } from '../site-server/watchdog-cycle.ts';

const syntax = 'sendcode sms_service_name <svcode>';

const screen = assumed('What Sendcode prints is ours; services, codes and syntax are those of the article.', 'Q168682');

/** Which services take which codes (Q168682); codes of other tasks than inventory change nothing here. */
const acceptedCodes: Readonly<Record<string, readonly number[]>> = {
  SMS_EXECUTIVE: [128, 129, 130, 132],
  SMS_HIERARCHY_MANAGER: [128, 129, 130, 132],
  SMS_SITE_CONFIG_MANAGER: [128, 129, 130, 132, ...Object.values(watchdogCodes)],
};

/** Has a service of the site server do something at once. */
export const sendcode: Tool = {
  name: 'sendcode',
  syntax,
  summary: 'Sends a service control code to an SMS service: 192 begins a watchdog cycle.',
  provenance: screen,
  run(context, given) {
    const [name, text, ...rest] = given;
    if (name === undefined || text === undefined || rest.length > 0) return refused(`Usage: ${syntax}`);
    const service = name.toUpperCase();
    const code = Number(text);
    const accepted = acceptedCodes[service];
    if (accepted === undefined) return refused(`There is no SMS service ${name}.`);
    if (!accepted.includes(code)) return refused(`${service} does not support the code ${text}.`);
    if (context.computer.service(service)?.state !== 'Running') return refused(`${service} is not running.`);
    const isWatchdog = Object.values<number>(watchdogCodes).includes(code);
    if (isWatchdog) context.post(service, { type: serviceControlCode, data: { code } });
    return printed(`Sent code ${code} to ${service}.`);
  },
};
