import { expect, type Page } from '@playwright/test';
import { Screen } from './screen';

export class DecisionPage extends Screen {
  constructor(page: Page) {
    super(page, 'decision');
  }

  /** Waits until nothing more is being checked, and answers how many rules ended each way. */
  async settled() {
    await this.shown();
    await expect(this.main.locator('[data-decision]')).toHaveAttribute('data-decision', /^(approved|rejected|manual)$/, { timeout: 30_000 });
    await expect(this.main.locator('[data-rule="pending"]')).toHaveCount(0);
    const count = (status: string) => this.main.locator(`[data-rule="${status}"]`).count();
    return { passed: await count('passed'), failed: await count('failed'), unsure: await count('unsure') };
  }
}
