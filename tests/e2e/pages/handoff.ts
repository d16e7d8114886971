import { expect, type Page } from '@playwright/test';
import { Screen } from './screen';

/** Shown while the backend is asked, where something is answered in the app, and where the check did not end well. */
export class HandoffPage extends Screen {
  constructor(page: Page) {
    super(page, 'handoff');
  }

  /** Gives a mobile number, then types the code that the demo says it sent. */
  async bySms(phone: string) {
    await this.shown();
    await this.main.locator('[data-field="/phone"] input').fill(phone);
    await this.primary.click();
    const code = this.main.locator('[data-field="/code"] input');
    await code.waitFor();
    const told = /(?<!\d)\d{6}(?!\d)/.exec(await this.main.innerText())?.[0];
    expect(told).toBeTruthy();
    await code.fill(told ?? '');
    await this.primary.click();
  }

  /** Gives an account and its password: the one that every demo person has, unless told otherwise. */
  async byPassword(account: string, password = 'Demo-2026-miaoban') {
    await this.shown();
    await this.main.locator('#account').fill(account);
    await this.main.locator('#password').fill(password);
    await this.primary.click();
  }
}
