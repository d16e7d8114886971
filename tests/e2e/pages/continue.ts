import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** The phone's page of a check that a computer asks for. */
export class ContinuePage extends Screen {
  constructor(page: Page) {
    super(page, 'continue');
  }

  /** Types the code that the computer shows. */
  async enter(code: string) {
    await this.shown();
    await this.main.locator('[data-field="/code"] input').fill(code);
    await this.primary.click();
  }

  /** “I did not start this.” */
  async refuse() {
    await this.main.locator('[data-action="not-mine"]').click();
  }
}
