import { describe, expect, it } from 'vitest';
import { systemsManagement } from '../../../../src/components/sms20/tools/systems-management.ts';
import type { ToolContext, ToolResult } from '../../../../src/components/tool.ts';
import { ClientBench, hardwareAgent, softwareAgent } from './client-bench.ts';

/** The control panel on the client of the bench, with what it showed and posted. */
function controlPanel(bench: ClientBench) {
  const shown: string[] = [];
  const posted: string[] = [];
  const context: ToolContext = {
    world: bench.simulation.world,
    computer: bench.client,
    files: bench.files(bench.client),
    folder: 'C:',
    site: undefined,
    instant: bench.simulation.now,
    post: (component, { type }) => void posted.push(`${component}: ${type}`),
    start: () => false,
    runs: (component) => bench.runs(component),
    show: (title, text) => void shown.push(`${title}: ${text}`),
    random: () => {
      throw new Error('The control panel draws nothing.');
    },
    setting: () => {
      throw new Error('The control panel reads no site control file.');
    },
    changeSetting: () => {
      throw new Error('The control panel changes no site control file.');
    },
  };
  return { shown, posted, type: (...words: readonly string[]): ToolResult => systemsManagement.run(context, words) };
}

describe('Systems Management, typed as words', () => {
  it('starts an inventory agent and says so in a dialog box (Q206800)', () => {
    const panel = controlPanel(new ClientBench());
    const message = `${hardwareAgent} will be started. This may take several minutes to complete.`;
    expect(panel.type('start', ...hardwareAgent.split(' '))).toEqual({ output: message, exitCode: 0 });
    expect(panel.shown).toEqual([`Systems Management: ${message}`]);
    expect(panel.posted).toEqual([`${hardwareAgent}: run`]);
  });

  it.each(['SMS Client Service', 'Copy Queue', 'SMS Client Base Components', 'Notepad'])(
    'does not start %s: the button is for inventory agents',
    (component) => {
      const panel = controlPanel(new ClientBench());
      expect(panel.type('start', component).exitCode).toBe(1);
      expect(panel.posted).toEqual([]);
    },
  );

  it('does not start an agent that waits for its repair', () => {
    const panel = controlPanel(new ClientBench());
    expect(panel.type('repair', softwareAgent).exitCode).toBe(0);
    expect(panel.type('components').output).toMatch(/Software Inventory Agent .*Repair Pending/);
    expect(panel.type('start', softwareAgent).exitCode).toBe(1);
    expect(panel.type('repair', 'Notepad').exitCode).toBe(1);
  });

  it('moves a site up, which makes it the principal one (Q246974)', () => {
    const bench = new ClientBench();
    bench.client.registry.set('HKLM\\Software\\Microsoft\\SMS\\Client', 'InstalledSites', {
      type: 'REG_MULTI_SZ',
      data: ['ABC', 'XYZ'],
    });
    const panel = controlPanel(bench);
    expect(panel.type('up', 'XYZ').output).toBe('XYZ\nABC');
    expect(panel.type('up', 'XYZ').exitCode).toBe(1);
    expect(panel.type('sites').output).toBe('XYZ\nABC');
  });
});
