import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from './chromium.ts';
import { DeskPage } from './desk-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe('the page moves', () => {
  it('a step forward and back, and shows the world of each turn', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.find('created RESYNC01.cfg');
    const view = await desk.show('Folders');
    const request = view.getByRole('treeitem').filter({ hasText: 'RESYNC01.cfg' });
    await request.waitFor();
    const made = await desk.turn();
    await desk.page.getByRole('button', { name: '◀ Back' }).click();
    await request.waitFor({ state: 'detached' });
    expect(await desk.turn()).toBeLessThan(made);
    await desk.page.getByRole('button', { name: 'Step ▶' }).click();
    await request.waitFor();
    expect(await desk.turn()).toBe(made);
    await desk.close();
  });

  it('to the end and to the start', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    const first = await desk.turn();
    await desk.press('End');
    expect(await desk.turn()).toBe(348);
    await desk.press('Home');
    expect(await desk.turn()).toBe(first);
    await desk.close();
  });

  it('by itself while it plays, and stops when asked', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    const first = await desk.turn();
    await desk.press(']', ']', ']', ' ');
    await expect.poll(() => desk.turn(), { timeout: 20_000 }).toBeGreaterThan(first);
    await desk.press(' ');
    await desk.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await desk.close();
  });

  it('in larger steps by the lines of the story', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.page.getByRole('combobox', { name: 'Step by' }).selectOption('story');
    await desk.page.getByRole('button', { name: 'Step ▶' }).click();
    expect(await desk.turn()).toBe(262);
    await desk.close();
  });

  it('to where an address points', async () => {
    const desk = await DeskPage.open(browser, 'resync', '#turn=316&view=logs');
    expect(await desk.turn()).toBe(316);
    await expect(desk.headline.textContent()).resolves.toContain('Hinvdat.hic');
    await expect(desk.page.getByRole('tab', { selected: true }).textContent()).resolves.toBe('Logs');
    await desk.close();
  });

  it('to what is searched, and says how often it is found', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.find('H5B8T40S.nhm');
    const first = await desk.turn();
    await expect(desk.headline.textContent()).resolves.toContain('H5B8T40S.nhm');
    await desk.press('n');
    expect(await desk.turn()).toBeGreaterThan(first);
    await desk.press('N');
    expect(await desk.turn()).toBe(first);
    await desk.find('no such thing anywhere');
    await expect(desk.page.locator('.search output').textContent()).resolves.toBe('not found');
    await desk.close();
  });

  it('along the chain of causes, back to the request', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.find('hardware inventory stored');
    const view = await desk.show('This turn');
    const causes = await view.locator('.causes li').allTextContents();
    expect(causes[0]).toContain('invsync hw SMSNTCLI8');
    expect(causes.some((cause) => cause.includes('RESYNC01.cfg'))).toBe(true);
    for (let press = 0; press < causes.length; press++) await desk.press('c');
    expect(await desk.turn()).toBe(262);
    await desk.close();
  });
});

describe('with the keyboard alone a person', () => {
  it('opens and closes the help, which names every key', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.press('?');
    const help = desk.page.getByRole('dialog', { name: 'Keys' });
    await expect(help.locator('dt').count()).resolves.toBeGreaterThan(20);
    await desk.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await desk.close();
  });

  it('chooses a view by its number and moves along the tabs', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.press('4');
    const chosen = desk.page.getByRole('tab', { selected: true });
    await expect(chosen.textContent()).resolves.toBe('Folders');
    await chosen.focus();
    await desk.press('ArrowRight', 'ArrowRight');
    await expect(chosen.textContent()).resolves.toBe('Database');
    await desk.close();
  });

  it('goes along a list and to what it names', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.page.getByRole('listbox').focus();
    await desk.press('ArrowDown', 'ArrowDown', 'Enter');
    await desk.view.getByRole('option', { selected: true }).waitFor();
    expect(await desk.turn()).toBeGreaterThan(261);
    await desk.close();
  });

  it('reaches every control with Tab', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    const names = new Set<string>();
    for (let press = 0; press < 40; press++) {
      await desk.press('Tab');
      const said = 'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""';
      names.add(String(await desk.page.evaluate(said)));
    }
    for (const wanted of ['Play', 'Step ▶', 'Zoom in', 'List', 'Story', 'Large type']) expect(names).toContain(wanted);
    await desk.close();
  });

  it('enlarges the type and changes to dark', async () => {
    const desk = await DeskPage.open(browser, 'resync');
    await desk.press('l', 'd');
    const root = desk.page.locator('html');
    expect([await root.getAttribute('data-type'), await root.getAttribute('data-theme')]).toEqual(['large', 'dark']);
    await desk.close();
  });

  it('sets a bookmark with a note, which is there when the page is opened again', async () => {
    const desk = await DeskPage.open(browser, 'resync', '#turn=316');
    await desk.press('b');
    const note = desk.view.getByRole('textbox', { name: 'Note of turn 316' });
    await note.fill('the full inventory');
    await note.blur();
    await desk.page.reload();
    await desk.press('0');
    await expect(note.inputValue()).resolves.toBe('the full inventory');
    await desk.close();
  });
});
