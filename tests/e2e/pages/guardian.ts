import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** A guardian answers a child who asks. */
export class GuardianPage extends Screen {
  constructor(page: Page) {
    super(page, 'guardian');
  }

  /** Types the code that the child's device shows. */
  async enter(code: string) {
    await this.shown();
    await this.main.locator('[data-field="/code"] input').fill(code);
    await this.primary.click();
  }

  /** Ticks the separate consent and agrees. */
  async agree() {
    await this.main.locator('.mb-separate label').click();
    await this.primary.click();
  }

  async refuse() {
    await this.main.locator('[data-action="refuse"]').click();
  }
}
