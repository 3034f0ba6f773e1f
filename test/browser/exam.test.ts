import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

async function begun(): Promise<{ readonly desk: DeskPage; readonly view: Locator }> {
  const desk = await DeskPage.open(browser, 'article');
  const view = await desk.show('Exam');
  await view.getByRole('button', { name: 'Begin the exam' }).click();
  return { desk, view };
}

/** Answers the question that is asked: the first choice, or a text that fits. */
async function answer(view: Locator): Promise<void> {
  const go = view.getByRole('button', { name: 'Go there' });
  if ((await go.count()) > 0) await go.click();
  const choices = view.getByRole('radio');
  if ((await choices.count()) > 0) await choices.first().check();
  else await view.getByRole('textbox').fill('09:00');
  await view.getByRole('button', { name: 'Answer' }).click();
}

describe('the exam', () => {
  it('stops play at the question, and shows nothing of what comes after', async () => {
    const { desk, view } = await begun();
    await view.getByRole('button', { name: 'Go there' }).click();
    const asked = await desk.turn();
    await desk.press('End');
    expect(await desk.turn()).toBe(asked);
    await desk.press('t');
    const rows = desk.page.getByRole('listbox', { name: 'Turns of the run' }).getByRole('option');
    await expect(rows.last().getAttribute('class')).resolves.toContain('current');
    await desk.close();
  });

  it('plays on by itself no further than to the question', async () => {
    const { desk, view } = await begun();
    await desk.press(']', ']', ']', ' ');
    await view.getByText(/^Question 1, at/).waitFor();
    await desk.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await desk.close();
  });

  it('takes a part of the points for a hint', async () => {
    const { desk, view } = await begun();
    await view.getByRole('button', { name: 'Go there' }).click();
    await view.getByRole('button', { name: /^Hint 1/ }).click();
    await expect(view.locator('.hints li').count()).resolves.toBe(1);
    await desk.close();
  });

  it('ends with a score sheet to copy or print', async () => {
    const { desk, view } = await begun();
    for (let question = 0; question < 3; question++) await answer(view);
    const sheet = view.getByRole('region', { name: 'Score sheet' });
    await expect(sheet.locator('tbody tr').count()).resolves.toBe(3);
    await expect(sheet.locator('tfoot').textContent()).resolves.toMatch(/Total.* of \d/);
    await sheet.getByRole('textbox', { name: 'Name' }).fill('A. Student');
    await expect(sheet.getByRole('button').allTextContents()).resolves.toEqual(['Copy', 'Print', 'Begin again']);
    await desk.close();
  });
});
