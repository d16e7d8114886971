import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** Another party's page. */
export class ProviderPage extends Screen {
  constructor(page: Page) {
    super(page, 'provider');
  }

  /** Becomes a person. */
  async be(person: string) {
    await this.shown();
    await this.page.locator('#person').selectOption(person);
  }

  /** Ends the check with an outcome; `success` through the main action. */
  async settle(outcome: string, person?: string) {
    await this.shown();
    if (person) await this.be(person);
    await this.page.locator(`[data-outcome="${outcome}"]`).click();
  }
}
