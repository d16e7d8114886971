import { expect, type Page } from '@playwright/test';
import { Screen } from './screen';

/** The devices that prove who is back. */
export class PasskeysPage extends Screen {
  constructor(page: Page) {
    super(page, 'passkeys');
  }

  /** The devices that are set up. */
  get devices() {
    return this.main.locator('[data-passkey]');
  }

  /** Removes the first device, and says yes to the question. */
  async remove() {
    await this.devices.first().locator('[data-action="delete"]').click();
    await this.page.getByRole('dialog').locator('[data-action="delete-confirm"]').click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }
}
