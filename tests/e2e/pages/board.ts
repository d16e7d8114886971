import { expect, type Locator, type Page } from '@playwright/test';
import { Screen } from './screen';

/** The progress board of a submitted bundle. */
export class BoardPage extends Screen {
  constructor(page: Page) {
    super(page, 'board');
  }

  /** The part of a service. */
  part(service: string): Locator {
    return this.main.locator(`[data-board-part="${service}"]`);
  }

  /** Waits until nothing more happens by itself; how many parts ended in which state. */
  async settled(): Promise<Record<string, number>> {
    await this.shown();
    await expect(this.main.locator('[data-decision]')).toBeVisible();
    await expect(this.main.locator('[data-decision="checking"]')).toHaveCount(0, { timeout: 90_000 });
    const states = await this.main.locator('[data-board-state]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-board-state') ?? ''));
    return states.reduce<Record<string, number>>((all, state) => ({ ...all, [state]: (all[state] ?? 0) + 1 }), {});
  }

  /** The codes that others need, of those who have not confirmed. */
  async codes(): Promise<string[]> {
    return this.main.locator('[data-party="waiting"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code') ?? ''));
  }

  /** Chooses how paper reaches the person, and says that everything has come. */
  async receive() {
    await this.main.locator('.mb-choice label').first().click();
    await this.main.locator('[data-action="deliver"]').click();
    await this.main.locator('[data-action="received"]').click();
  }
}
