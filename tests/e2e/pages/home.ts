import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class HomePage extends Screen {
  constructor(page: Page) {
    super(page, 'home');
  }

  /** Opens the app as somebody, in a scenario: `person`, `fault`, `lang`, `size`, `theme`. */
  async open(scenario: Record<string, string> = {}) {
    await this.page.goto(`/?${new URLSearchParams(scenario)}`);
    await this.shown();
  }

  /** Types into the search and follows the first hit. */
  async find(words: string) {
    await this.page.getByRole('searchbox').fill(words);
    await this.main.getByRole('listitem').getByRole('link').first().click();
  }
}
