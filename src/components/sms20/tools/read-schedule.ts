import { assumed, describeSchedule, parseScheduleToken } from '../../../world/index.ts';
import { printed, refused, type Tool } from '../../tool.ts';

const syntax = 'readsche schedule_token';

/** ReadSche: says in words what a schedule token of the registry or the site control file means (Q257799). */
export const readSchedule: Tool = {
  name: 'readsche',
  syntax,
  summary: 'Reads a schedule token, such as the DDR Refresh Interval of the registry.',
  provenance: assumed('The tool and its use are known, its screen is not.', 'Q257799, Q272436'),
  run(_context, given) {
    const [token, ...rest] = given;
    if (token === undefined || rest.length > 0) return refused(`Usage: ${syntax}`);
    const schedule = parseScheduleToken(token);
    if (schedule === undefined) return refused(`${token} is not a schedule: 16 hexadecimal digits are expected.`);
    return printed(describeSchedule(schedule));
  },
};
