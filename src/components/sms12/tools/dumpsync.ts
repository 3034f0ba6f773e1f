import { day, isoTime } from '../../../kernel/index.ts';
import { assumed, parseResyncFile, printResyncFile, type ResyncCommand } from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

const syntax = 'dumpsync [days] [/Dump]';

const screen = assumed('What Dumpsync does is documented, its screen is not.', 'Q193746');

/**
 * Dumpsync: takes old requests out of the master Resync.cfg of a domain, with the files of their computers, or shows
 * them. It works on the directory in which it is run; what Maintenance Manager has copied before stays (Q193746).
 */
export const dumpsync: Tool = {
  name: 'dumpsync',
  syntax,
  summary:
    'Takes requests of more than so many days out of the Resync.cfg of the directory it is run in, or shows them.',
  provenance: screen,
  run(context, given) {
    const days = given.find((word) => /^\d+$/.test(word));
    const shows = given.some((word) => word.toLowerCase() === '/dump');
    const isWrong = given.length === 0 || given.length !== (days === undefined ? 0 : 1) + (shows ? 1 : 0);
    if (isWrong) return refused(`Usage: ${syntax}`);
    const text = context.files.readText(`${context.folder}\\RESYNC.CFG`);
    const commands = text.ok ? parseResyncFile(text.value) : undefined;
    if (commands?.ok !== true) return refused(`Cannot read Resync.cfg in ${context.folder}.`);
    const left = days === undefined ? commands.value : purge(context, commands.value, Number(days));
    return shows ? dump(left) : printed(`${commands.value.length - left.length} requests removed.`);
  },
};

function purge(context: ToolContext, commands: readonly ResyncCommand[], days: number): readonly ResyncCommand[] {
  const { folder, files } = context;
  const oldest = context.computer.now() - days * day;
  const left = commands.filter(({ time }) => time >= oldest);
  files.writeText(`${folder}\\RESYNC.CFG`, printResyncFile(left));
  const kept = new Set(left.map(({ smsid }) => smsid));
  for (const { smsid } of commands) if (!kept.has(smsid)) files.delete(`${folder}\\INVENCFG.BOX\\${smsid}.CFG`);
  return left;
}

function dump(commands: readonly ResyncCommand[]): ToolResult {
  return printed(...commands.map(({ smsid, command, time }) => `${smsid} ${command} ${isoTime(time)}`));
}
