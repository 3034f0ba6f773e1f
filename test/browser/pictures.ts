import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { projectFolder } from '../library/shipped.ts';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

/** What `npm run pictures` takes: the page, where it stands, keys that are pressed, and the size. */
const pictures = [
  { file: 'desk', page: 'article', hash: '#view=step', find: 'Failed, Win32 Error = 32', keys: [], size: [1280, 800] },
  { file: 'states', page: 'releases', hash: '#view=states', find: 'Win32 Error', keys: [], size: [1440, 900] },
  { file: 'folders-dark', page: 'resync', hash: '#turn=320&view=folders', find: '', keys: ['d'], size: [1280, 800] },
  { file: 'logs', page: 'article', hash: '#view=logs', find: 'Win32 Error = 32', keys: [], size: [1280, 800] },
  { file: 'compare', page: 'variants', hash: '#turn=266&view=compare', find: '', keys: [], size: [1440, 900] },
  { file: 'large-type', page: 'resync', hash: '#turn=316&view=story', find: '', keys: ['l'], size: [1440, 900] },
  { file: 'exam', page: 'article', hash: '#view=exam', find: '', keys: [], size: [1280, 800] },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe('pictures', () => {
  const folder = path.join(projectFolder, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });

  it.each(pictures)('$file', async ({ file, page, hash, find, keys, size: [width, height] }) => {
    const desk = await DeskPage.open(browser, page, hash);
    await desk.page.setViewportSize({ width, height });
    if (find !== '') await desk.find(find);
    await desk.press(...keys);
    if (file === 'exam') await beginExam(desk);
    await desk.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await desk.page.screenshot({ path: path.join(folder, `${file}.png`), animations: 'disabled' });
    await desk.close();
  });
});

async function beginExam({ view }: DeskPage): Promise<void> {
  await view.getByRole('button', { name: 'Begin the exam' }).click();
  await view.getByRole('button', { name: 'Go there' }).click();
}
