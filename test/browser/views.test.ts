import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const runs = [
  { name: 'resync', about: 'the resync tour', request: 'RESYNC01.cfg' },
  { name: 'article', about: 'the run of Q280515', request: 'RESYNC02.cfg' },
] as const;

describe.each(runs)('of $about the page shows', ({ name, request }) => {
  it('what the run is and where it stands', async () => {
    const desk = await DeskPage.open(browser, name);
    await expect(desk.page.locator('.clock').textContent()).resolves.toMatch(/08:00:00.*day 1/);
    await expect(desk.page.locator('.facts').first().textContent()).resolves.toContain('as expected');
    await desk.close();
  });

  it('a lane for each computer, and the same as a list', async () => {
    const desk = await DeskPage.open(browser, name);
    const label = await desk.page.getByRole('img', { name: /^Space-time diagram/ }).getAttribute('aria-label');
    for (const computer of await desk.page.locator('.lane-heads b').allTextContents())
      expect(label).toContain(computer);
    await desk.press('t');
    const list = desk.page.getByRole('listbox', { name: 'Turns of the run' });
    await expect(list.getByRole('option').count()).resolves.toBeGreaterThan(5);
    await desk.close();
  });

  it('the folders, with what the turn changed', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.find(`created ${request}`);
    const view = await desk.show('Folders');
    const file = view.getByRole('treeitem', { name: request, exact: false }).first();
    await file.waitFor();
    await expect(file.textContent()).resolves.toContain('new');
    await file.click();
    await expect(view.getByRole('region', { name: 'Content of the file' }).textContent()).resolves.toContain('Resync');
    await desk.close();
  });

  it('the registry, with what the turn changed', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.find('set Resync = 1');
    const view = await desk.show('Registry');
    const value = view
      .getByRole('treeitem')
      .filter({ hasText: /^Resync ?1/ })
      .first();
    await value.waitFor();
    await expect(value.getAttribute('class')).resolves.toMatch(/new|changed/);
    await desk.close();
  });

  it('the rows of the site database', async () => {
    const desk = await DeskPage.open(browser, name);
    const view = await desk.show('Database');
    await expect(view.getByRole('combobox').locator('option').count()).resolves.toBeGreaterThan(3);
    await expect(view.locator('tbody tr').count()).resolves.toBeGreaterThan(0);
    await desk.close();
  });

  it('the logs, line by line, with filter', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.press('End');
    const view = await desk.show('Logs');
    await view.getByRole('combobox', { name: 'Computer' }).selectOption('SMSNTCLI8, client');
    const log = view.locator('option').filter({ hasText: 'Ccim32.log' });
    await view.getByRole('combobox', { name: 'Log' }).selectOption(String(await log.getAttribute('value')));
    const lines = view.getByRole('listbox', { name: /^Lines of/ });
    await expect(lines.getByRole('option').count()).resolves.toBeGreaterThan(0);
    await view.getByRole('searchbox', { name: 'Filter' }).fill('no line says this');
    await expect(view.textContent()).resolves.toContain('No line fits.');
    await desk.close();
  });

  it('the state of the component at work, with its diagram and traits', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.find(`created ${request}`);
    await desk.press('ArrowRight');
    const view = await desk.show('States');
    const drawing = view.getByRole('img', { name: /^State diagram of SMS_INBOX_MANAGER/ });
    await expect(drawing.locator('.current').count()).resolves.toBeGreaterThan(0);
    await expect(drawing.locator('.taken').count()).resolves.toBeGreaterThan(0);
    await expect(view.getByRole('columnheader', { name: 'How this build behaves' }).count()).resolves.toBe(1);
    await desk.close();
  });

  it('the story in three zooms', async () => {
    const desk = await DeskPage.open(browser, name);
    const counts = [];
    for (const zoom of ['Story', 'Outline', 'Turns']) {
      await desk.view.getByRole('button', { name: zoom, exact: true }).click();
      counts.push(Number(await desk.view.getByRole('option').first().getAttribute('aria-setsize')));
    }
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    await desk.view.getByRole('option').nth(3).click();
    await expect(desk.turn()).resolves.toBeGreaterThan(200);
    await desk.close();
  });

  it('why a turn came about, and where its rules come from', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.find(`created ${request}`);
    await desk.press('ArrowRight');
    const view = await desk.show('This turn');
    await expect(view.locator('.causes').textContent()).resolves.toContain('invsync hw SMSNTCLI8');
    await expect(view.locator('.sources .standing').first().textContent()).resolves.toMatch(
      /documented|inferred|assumed/,
    );
    await desk.close();
  });

  it('status messages and NT events up to the turn', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.press('End');
    for (const tab of ['Status', 'NT events']) {
      const view = await desk.show(tab);
      await expect(view.textContent()).resolves.not.toBe('');
    }
    await desk.close();
  });
});
