import { diagram } from '../analysis/index.ts';
import { sms20 } from '../catalogue/index.ts';
import type { Context } from './context.ts';
import { releaseCalled } from './selection.ts';
import { UsageError } from './surroundings.ts';

/**
 * Prints the Mermaid diagram of a component, named as SMS or its file names it, in any case. Without a release it is
 * the latest one, and a line on the error stream says so: what is printed stays a diagram.
 */
export async function drawComponent(context: Context, name: string, releaseName: string | undefined): Promise<void> {
  const wanted = name.toLowerCase();
  const component = sms20.components.find(
    (one) => one.name.toLowerCase() === wanted || one.file.toLowerCase().replace(/^.*\\/, '') === wanted,
  );
  if (component === undefined) {
    const names = sms20.components.map((one) => `"${one.name}"`).join(', ');
    throw new UsageError(`unknown component "${name}"; there are ${names}`);
  }
  const called = releaseName === undefined ? undefined : releaseCalled(releaseName);
  const release = sms20.releases.findLast(({ name: one }) => called === undefined || one === called);
  if (release === undefined) return;
  if (called === undefined) context.complain(`as of ${release.name}, the latest release; --release names another\n`);
  context.write(diagram(sms20, component, release));
}
