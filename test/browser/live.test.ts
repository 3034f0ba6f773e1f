import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { filmOfSession, LiveDesk, serve, type DeskServer } from '../../src/desk/server/index.ts';
import { Seat } from '../../src/desk/shell/index.ts';
import { live } from '../desk/live.ts';
import { projectFolder } from '../library/shipped.ts';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
let server: DeskServer;

/** A server whose session stands at the start of a quiet site. */
beforeAll(async () => {
  browser = await startBrowser();
  const keeper = { keep: async () => ({ ok: false as const, reason: 'nothing is kept here' }) };
  const desk = new LiveDesk({
    ...{ seat: new Seat(live(), keeper), pace: undefined },
    shelf: { list: async () => ['scenarios/a.yaml'], open: async () => new Seat(live(), keeper) },
    film: ({ session }) => filmOfSession(session, { smsim: 'a test', layoutOf: () => undefined }),
    time: { now: () => 0, every: () => () => undefined },
  });
  const page = readFileSync(path.join(projectFolder, 'dist', 'desk', 'viewer.html'), 'utf8');
  server = await serve({ desk, page, port: 0 });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the page of smsim serve', () => {
  it('takes a line of the shell, says what came of it, and goes on with the run', async () => {
    const desk = await DeskPage.at(browser, server.address);
    const view = await desk.show('Shell');
    const command = view.getByRole('textbox', { name: 'Command' });
    const answers = view.getByRole('log', { name: 'Shell' });
    await command.fill('run until 09:00');
    await command.press('Enter');
    await expect.poll(() => desk.page.locator('.clock .time').textContent(), { timeout: 20_000 }).toContain('09:00:00');
    await command.fill('invsync hw SMSNTCLI8');
    await command.press('Enter');
    await answers.getByText('request has been sent to SMSNTCLI8').waitFor();
    await command.press('ArrowUp');
    await expect(command.inputValue()).resolves.toBe('invsync hw SMSNTCLI8');
    await desk.close();
  });

  it('completes a line, and says why one cannot be done', async () => {
    const desk = await DeskPage.at(browser, server.address);
    const view = await desk.show('Shell');
    const command = view.getByRole('textbox', { name: 'Command' });
    await command.fill('invsy');
    await command.press('Tab');
    await expect.poll(() => command.inputValue(), { timeout: 20_000 }).toMatch(/^invsync/);
    await command.fill('no such command');
    await command.press('Enter');
    await view.locator('.refused').waitFor();
    await desk.close();
  });

  it('begins with another scenario', async () => {
    const desk = await DeskPage.at(browser, server.address);
    const view = await desk.show('Shell');
    await view.getByRole('combobox', { name: 'Scenario' }).selectOption('scenarios/a.yaml');
    await view.getByRole('button', { name: 'Begin' }).click();
    await expect.poll(() => desk.page.locator('.clock .time').textContent(), { timeout: 20_000 }).toContain('08:00:00');
    await desk.close();
  });
});
