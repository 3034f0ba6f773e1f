import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';
import type { Pages } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const tabs = [
  'Story',
  'This turn',
  'States',
  'Folders',
  'Registry',
  'Database',
  'Logs',
  'Status',
  'NT events',
  'Bookmarks',
  'Compare',
];

async function opened(theme: string, page: keyof Pages, hash?: string): Promise<DeskPage> {
  const desk = await DeskPage.open(browser, page, hash);
  if (theme === 'dark') await desk.press('d');
  return desk;
}

async function serious(desk: DeskPage, part = 'body'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: desk.page }).include(part).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

describe.each(['light', 'dark'])('axe finds nothing serious in %s', (theme) => {
  it('on the page', async () => {
    const desk = await opened(theme, 'variants', '#turn=316');
    expect(await serious(desk)).toEqual([]);
    await desk.close();
  });

  it('in any view', { timeout: 240_000 }, async () => {
    const desk = await opened(theme, 'variants', '#turn=316');
    for (const tab of tabs) {
      await desk.show(tab);
      expect({ tab, found: await serious(desk, '.view') }).toEqual({ tab, found: [] });
    }
    await desk.close();
  });

  it('in large type, in the list of turns and in the help', async () => {
    const desk = await opened(theme, 'resync', '#turn=316');
    await desk.press('l', 't');
    expect(await serious(desk)).toEqual([]);
    await desk.press('?');
    expect(await serious(desk, 'dialog')).toEqual([]);
    await desk.close();
  });

  it('in the exam', async () => {
    const desk = await opened(theme, 'article');
    const view = await desk.show('Exam');
    await view.getByRole('button', { name: 'Begin the exam' }).click();
    await view.getByRole('button', { name: 'Go there' }).click();
    expect(await serious(desk, '.view')).toEqual([]);
    await desk.close();
  });
});
