// What every page of the app has: a name, one main action.
import { expect, type Locator, type Page } from '@playwright/test';

export abstract class Screen {
  /** The page's main element. */
  readonly main: Locator;
  /** The one main action. */
  readonly primary: Locator;

  constructor(readonly page: Page, name: string) {
    this.main = page.locator(`main[data-page="${name}"]`);
    this.primary = page.locator('[data-action="primary"]');
  }

  /** Waits until the page is there. */
  async shown() {
    await expect(this.main).toBeVisible();
  }

  /** Takes the main action of this page. */
  async next() {
    await this.shown();
    await this.primary.click();
  }

  /** Ticks what carries this text: radio and checkbox cards are chosen by their label. */
  async tick(text: string | RegExp, within: Locator = this.main) {
    await within.locator('label').filter({ hasText: text }).first().click();
  }
}
