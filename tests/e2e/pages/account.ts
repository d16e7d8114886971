import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** The sign-in page of a provider of OpenID Connect: another party's. */
export class AccountPage extends Screen {
  constructor(page: Page) {
    super(page, 'account');
  }

  /** Signs in with an account. */
  async signIn(account: string) {
    await this.shown();
    await this.page.locator('#account').fill(account);
    await this.primary.click();
  }

  /** Goes back without. */
  async cancel() {
    await this.shown();
    await this.page.locator('[data-action="cancel"]').click();
  }
}
