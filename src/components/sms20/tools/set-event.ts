import { documented } from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

const syntax = 'setevnt [/q] [cq | COMPONENT_EVENT]';

/**
 * The events by name and the component that waits for each. The guide names the Copy Queue and gives CLISVCL as an
 * example of a component; the other names follow the log names of the components (assumed).
 */
const events: ReadonlyMap<string, string> = new Map([
  ['CCIM32', 'Client Configuration Installation Manager'],
  ['CQMGR32', 'Copy Queue'],
  ['CLISVCL', 'SMS Client Service'],
  ['HINV32', 'Hardware Inventory Agent'],
  ['SINV32', 'Software Inventory Agent'],
]);

/** Set Client Event: starts CCIM and the Copy Queue, or one component. Names are case-sensitive. */
export const setEvent: Tool = {
  name: 'setevnt',
  syntax,
  summary: 'Signals an event to a component of this client; CCIM and the Copy Queue unless one is named.',
  provenance: documented('Resource Guide ch. 13, Q239564'),
  run(context, given) {
    const quiet = given[0] === '/q';
    const [name, ...rest] = quiet ? given.slice(1) : given;
    if (rest.length > 0 || name?.startsWith('/') === true) return told(context, quiet, refused(`Usage: ${syntax}`));
    if (name === undefined) return told(context, quiet, signal(context, ['CCIM32', 'CQMGR32']));
    return told(context, quiet, signal(context, [name === 'cq' ? 'CQMGR32' : name]));
  },
};

function signal(context: ToolContext, names: readonly string[]): ToolResult {
  const lines = names.map((name) => signalOne(context, name));
  const failed = lines.some((line) => !line.signalled);
  const texts = lines.map((line) => line.text);
  return failed ? refused(...texts) : printed(...texts);
}

function signalOne(context: ToolContext, name: string): { readonly signalled: boolean; readonly text: string } {
  const component = events.get(name);
  if (component === undefined) return { signalled: false, text: `Event ${name} does not exist.` };
  const running = [component, `${component} (16-bit)`].find((candidate) => context.runs(candidate));
  if (running === undefined)
    return { signalled: false, text: `Event ${name} could not be opened: ${component} is not running.` };
  context.post(running, { type: name === 'HINV32' || name === 'SINV32' ? 'run' : 'wake' });
  return { signalled: true, text: `Event ${name} has been signaled.` };
}

/** Without /q the tool answers in a dialog box (Resource Guide ch. 13: /q suppresses dialogs). */
function told(context: ToolContext, quiet: boolean, result: ToolResult): ToolResult {
  if (quiet) return { ...result, output: '' };
  context.show('Set Client Event', result.output);
  return result;
}
