import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { projectFolder } from '../library/shipped.ts';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** Says a measure beside its budget; a slow machine may miss a time a few times over before a test fails. */
function told(what: string, measured: number, budget: number, unit: string): void {
  console.log(`${what}: ${measured} ${unit}, budget ${budget} ${unit}`);
}

const patience = 8;

describe.each(['resync', 'month'] as const)('the page of the run %s', (name) => {
  it('is small', () => {
    const file = fileURLToPath(inject('pages')[name]);
    told(`HTML of ${name}`, Math.round(statSync(file).size / 1000), 1500, 'kB');
    expect(statSync(file).size).toBeLessThan(1_500_000);
  });

  it('can be used within a second of being opened from a file', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.view.getByRole('option').first().waitFor();
    const mark = `performance.getEntriesByName('usable')[0].startTime`;
    const usable = Math.round(Number(await desk.page.evaluate(mark)));
    told(`${name} usable after`, usable, 1000, 'ms');
    expect(usable).toBeLessThan(1000 * patience);
    await desk.close();
  });

  it('goes back at once', async () => {
    const desk = await DeskPage.open(browser, name);
    await desk.show('Folders');
    await desk.press('End');
    const back = `new Promise((done) => {
      const begun = performance.now();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
    })`;
    const times = [];
    for (let press = 0; press < 9; press++) times.push(Number(await desk.page.evaluate(back)));
    const middle = Math.round(times.toSorted((a, b) => a - b)[4] ?? 0);
    told(`back in ${name}`, middle, 200, 'ms');
    expect(middle).toBeLessThan(200 * patience);
    await desk.close();
  });
});

it('the script of the page is small', () => {
  const page = readFileSync(path.join(projectFolder, 'dist', 'desk', 'viewer.html'), 'utf8');
  const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  told('script of the viewer', Math.round(script.length / 1000), 80, 'kB');
  expect(script.length).toBeGreaterThan(10_000);
  expect(script.length).toBeLessThan(160_000);
});
