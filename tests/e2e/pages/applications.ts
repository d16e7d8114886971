import { expect, type Page } from '@playwright/test';
import { Screen } from './screen';

export class ApplicationsPage extends Screen {
  constructor(page: Page) {
    super(page, 'applications');
  }

  /** Opens the page and signs out; the session has ended once home is there. */
  async signOut() {
    await this.page.goto('/applications');
    await this.main.locator('[data-action="sign-out"]').click();
    await expect(this.page.locator('main[data-page="home"]')).toBeVisible();
  }
}
