import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class RatingPage extends Screen {
  constructor(page: Page) {
    super(page, 'rating');
  }

  /** Chooses a number of stars, 1 to 5. */
  async choose(stars: number) {
    await this.shown();
    await this.main.locator(`#stars-${stars}`).click();
  }
}
