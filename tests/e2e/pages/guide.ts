import type { Locator, Page } from '@playwright/test';
import { Screen } from './screen';

export class GuidePage extends Screen {
  constructor(page: Page) {
    super(page, 'guide');
  }

  /** Answers the question of this page, by the title of an option, and goes on. */
  async answer(title: string | RegExp) {
    await this.shown();
    await this.tick(title);
    await this.primary.click();
  }

  /** A question that is not asked because its answer is known. */
  known(question: string): Locator {
    return this.main.locator(`[data-answer="${question}"]`);
  }
}
