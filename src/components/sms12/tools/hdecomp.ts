import { assumed, bulkContent, folderOf, parseCompressedFile, textOf } from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';
import { isOnMacintoshVolume } from '../macintosh/services-for-macintosh.ts';

const syntax = 'Hdecomp <source> <destination>';

/** Where an administrator has put the directory Support of the CD-ROM. */
const support = 'C:\\SUPPORT';

const screen = assumed(
  'Hdecomp is run from C:\\SUPPORT, a copy of the directory of the CD-ROM; what it says is ours.',
  'Q178661, Q225063',
);

/**
 * Expands a compressed file for Macintoshes. Only on a Macintosh volume it keeps its resource fork, and with it what
 * makes it an application (Q107244, Q172533).
 */
export const hdecomp: Tool = {
  name: 'hdecomp',
  syntax,
  summary: 'Expands a compressed file for Macintoshes; it needs Smsunzip.dll beside it and a Macintosh volume.',
  provenance: screen,
  run(context, given) {
    const [source, destination, ...rest] = given;
    if (source === undefined || destination === undefined || rest.length > 0) return refused(`Syntax: ${syntax}`);
    const missing = ['Hdecomp.exe', 'Smsunzip.dll'].find((file) => !context.files.exists(`${support}\\${file}`));
    if (missing === 'Smsunzip.dll') {
      const text = `The dynamic link library ${missing} could not be found in the specified path ${support}.`;
      context.show('Hdecomp.exe - Unable To Locate DLL', text);
      return refused(text);
    }
    return missing === undefined ? expand(context, source, destination) : refused(`${missing} is not in ${support}.`);
  },
};

function expand(context: ToolContext, source: string, destination: string): ToolResult {
  const { files, computer } = context;
  const facts = files.stat(source);
  const content = files.read(source);
  if (!facts.ok || !content.ok) return refused(`Cannot open ${source}.`);
  const packed = parseCompressedFile(textOf(content.value));
  if (packed === undefined) return refused(`${source} is not a compressed file.`);
  const { name, version, size } = packed;
  const whole = isOnMacintoshVolume(computer, destination) && hasStreams(context, destination);
  const kept = { modified: facts.value.modified, ...(whole ? { version } : {}) };
  const written = files.write(destination, bulkContent(size, `${name} ${version}`), kept);
  return written.ok ? printed(`${source} expanded to ${destination}.`) : refused(`Cannot create ${destination}.`);
}

/** A FAT partition does not store Macintosh files correctly (Q107244). */
function hasStreams({ computer }: ToolContext, destination: string): boolean {
  const letter = folderOf(destination).slice(0, 1).toUpperCase();
  return computer.files.drives().some((drive) => drive.letter === letter && drive.fileSystem === 'NTFS');
}
