import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class ConsentPage extends Screen {
  constructor(page: Page) {
    super(page, 'consent');
  }

  /** Chooses a way of proving who one is; a face needs a consent of its own. */
  async agree(method: 'face' | 'sms' | 'password' | 'device' = 'face') {
    await this.shown();
    await this.main.locator(`label[for="${await this.main.locator(`input[type=radio][value="${method}"]`).getAttribute('id')}"]`).click();
    if (method === 'face') await this.main.locator('.mb-separate label').click();
    await this.primary.click();
  }

  /** Refuses one source. */
  async refuse(source: string) {
    await this.main.locator(`[data-consent="${source}"] [role=switch]`).uncheck({ force: true });
  }
}
