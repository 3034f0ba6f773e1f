import { inject } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Pages } from './pages.ts';

/** The page of the desk as a person in front of it finds things. */
export class DeskPage {
  readonly page: Page;
  /** What the page complained of; closing it fails where that is anything. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error.stack)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens one of the pages, at an address such as `#turn=262`. */
  static open(browser: Browser, name: keyof Pages, hash = ''): Promise<DeskPage> {
    return DeskPage.at(browser, `${inject('pages')[name]}${hash}`);
  }

  static async at(browser: Browser, address: string): Promise<DeskPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const desk = new DeskPage(await context.newPage());
    await desk.page.goto(address);
    await desk.page.locator('.transport, [role=alert]').first().waitFor();
    return desk;
  }

  async close(): Promise<void> {
    await this.page.context().close();
    if (this.complaints.length > 0) throw new Error(`the page complains: ${this.complaints.join('\n')}`);
  }

  /** The turn at which the page stands, by its address. */
  async turn(): Promise<number> {
    const hash = String(await this.page.evaluate('location.hash'));
    return Number(/turn=(\d+)/.exec(hash)?.[1]);
  }

  /** The sentence in large type. */
  get headline(): Locator {
    return this.page.locator('.headline');
  }

  /** The view that is shown under the tabs. */
  get view(): Locator {
    return this.page.getByRole('tabpanel');
  }

  async show(tab: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
    return this.view;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Searches and goes to the first place found after this turn. */
  async find(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search the run' }).fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }
}
