import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe('two runs side by side', () => {
  it('are aligned by cause: what one step led to in both stands in one line', async () => {
    const desk = await DeskPage.open(browser, 'variants');
    const view = await desk.show('Compare');
    const request = view.getByRole('option').filter({ hasText: 'created \\\\SMSSRV1' }).first();
    const sides = await request.locator('.side').allTextContents();
    expect(sides).toHaveLength(2);
    for (const side of sides) expect(side).toContain('RESYNC01.cfg');
    await desk.close();
  });

  it('part where one of them does what the other does not', async () => {
    const desk = await DeskPage.open(browser, 'variants');
    const view = await desk.show('Compare');
    await view.getByRole('button', { name: 'Where they part' }).click();
    const line = view.getByRole('option', { selected: true });
    await line.waitFor();
    await expect(line.getAttribute('class')).resolves.toMatch(/single|differs/);
    await view.getByRole('checkbox').check();
    const listed = Number(await view.getByRole('option').first().getAttribute('aria-setsize'));
    expect(listed).toBeGreaterThan(0);
    await desk.close();
  });

  it('stand at turns that answer to each other', async () => {
    const desk = await DeskPage.open(browser, 'variants', '#turn=266');
    await expect(desk.headline.textContent()).resolves.toContain('RESYNC01.cfg');
    await desk.press('x');
    await expect(desk.headline.textContent()).resolves.toContain('RESYNC01.cfg');
    await expect(desk.page.url()).toContain('run=2');
    await desk.close();
  });

  it('of two releases show what the service pack changed in a component', async () => {
    const desk = await DeskPage.open(browser, 'releases');
    const view = await desk.show('States');
    await view.getByRole('combobox', { name: 'Component' }).selectOption('SMS_INBOX_MANAGER');
    await expect(view.getByRole('img').count()).resolves.toBe(2);
    await expect(view.locator('.build .state-now').allTextContents()).resolves.toHaveLength(2);
    await expect(view.locator('tr.differs').count()).resolves.toBeGreaterThan(0);
    await desk.close();
  });
});
