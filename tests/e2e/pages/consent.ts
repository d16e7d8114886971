import type { Page } from '@playwright/test';
import { CameraPage } from './camera';
import { Screen } from './screen';

export class ConsentPage extends Screen {
  constructor(page: Page) {
    super(page, 'consent');
  }

  /** Chooses a way of proving who one is; a face needs a consent of its own. Goes on `past` the trial of the camera. */
  async agree(method: 'face' | 'sms' | 'password' | 'device' | 'account' = 'face', past = true) {
    await this.shown();
    await this.main.locator(`label[for="${await this.main.locator(`input[type=radio][value="${method}"]`).getAttribute('id')}"]`).click();
    if (method === 'face') await this.main.locator('.mb-separate label').click();
    await this.primary.click();
    if (method === 'face' && past) await new CameraPage(this.page).skip();
  }

  /** Refuses one source. */
  async refuse(source: string) {
    await this.main.locator(`[data-consent="${source}"] [role=switch]`).uncheck({ force: true });
  }
}
