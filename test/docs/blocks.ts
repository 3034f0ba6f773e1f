import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../cli/desk.ts';

/** A fenced block of a Markdown page: what stands after the fence, what stands in it, the line of the fence. */
export interface Block {
  readonly language: string;
  /** The rest of the line of the fence: a file name, or `output`. */
  readonly about: string;
  readonly text: string;
  readonly line: number;
}

/** A command line of a page, with the exit code it should end with. */
export interface Typed {
  readonly command: string;
  readonly code: number;
}

/** The text of a page of the project, with line breaks as smsim writes them. */
export function pageText(page: string): string {
  return readFileSync(path.join(projectFolder, page), 'utf8').replaceAll('\r\n', '\n');
}

/** The fenced blocks of a page, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let line = 0; line < lines.length; line++) {
    const [, language = '', about = ''] = /^```(\S+)\s*(.*)$/.exec(lines[line] ?? '') ?? [];
    if (language === '') continue;
    const end = lines.indexOf('```', line);
    blocks.push({ language, about, text: lines.slice(line + 1, end).join('\n'), line: line + 1 });
    line = end;
  }
  return blocks;
}

/** The commands of a block of a shell; `# exit 1` behind one is the exit code it should end with. */
export function typedIn(block: Block): readonly Typed[] {
  if (!['sh', 'powershell'].includes(block.language)) return [];
  return block.text.split('\n').flatMap((line) => {
    const [, command = '', code] = /^(.*?)(?:\s+# exit (\d+))?$/.exec(line) ?? [];
    return command.split(' && ').map((one) => ({ command: one, code: Number(code ?? 0) }));
  });
}

/** Lines that are typed into a program: the words after the fence are its command line. */
export function typedInto(block: Block): readonly string[] | undefined {
  return block.language === 'smsim' ? wordsOf(block.about) : undefined;
}

/** The words of a command line, as cmd.exe, PowerShell and the shells of Unix understand double quotes. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** An output with `...` for what is left out, as an expression: alone on a line for lines, else for a part of one. */
export function outputPattern(shown: string): RegExp {
  const lines = shown.trimEnd().split('\n');
  const parts = lines.map((line) => (line.trim() === '...' ? '(?:[^\\n]*\\n)*?' : `${lineSource(line)}\\n`));
  return new RegExp(`^${parts.join('')}\\s*$`);
}

function lineSource(line: string): string {
  return line
    .split('...')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^\\n]*');
}
