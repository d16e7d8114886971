import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** Somebody confirms their share of a matter that another one has submitted. */
export class SharePage extends Screen {
  constructor(page: Page) {
    super(page, 'share');
  }

  async enter(code: string) {
    await this.shown();
    await this.main.locator('[data-field="/code"] input').fill(code);
    await this.primary.click();
  }

  async refuse() {
    await this.main.locator('[data-action="refuse"]').click();
  }
}
