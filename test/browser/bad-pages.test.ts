import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const viewsWithTexts = ['Story', 'This turn', 'Folders', 'Registry', 'Database', 'Logs', 'States', 'Bookmarks'];

describe('texts of a run', () => {
  it.each(viewsWithTexts)('that look like markup stand as text in %s', async (tab) => {
    const desk = await DeskPage.open(browser, 'markup');
    await expect(desk.page.getByRole('heading', { level: 1 }).textContent()).resolves.toMatch(/^<script>/);
    await desk.press('End');
    await desk.show(tab);
    await expect(desk.page.locator('img').count()).resolves.toBe(0);
    await expect(desk.page.title()).resolves.not.toBe('taken over');
    await desk.close();
  });
});

describe('a page that cannot be shown says why', () => {
  it.each([
    ['wrongCharacter', /damaged: a wrong character at 100 of its data/],
    ['cutOff', /damaged: its \d+ packed bytes cannot be unpacked/],
    ['noFilm', /There is no run in this page/],
    ['otherFormat', /written in format 2; this page reads format 1/],
  ] as const)('%s', async (name, reason) => {
    const desk = await DeskPage.open(browser, name);
    await expect(desk.page.getByRole('alert').textContent()).resolves.toMatch(reason);
    await desk.close();
  });
});
