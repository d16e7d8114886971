import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** Stands between consent and the provider of a face check. */
export class CameraPage extends Screen {
  constructor(page: Page) {
    super(page, 'camera');
  }

  /** Goes on without a trial; a computer asks first where the check is to be, and a wrapper sees to it without. */
  async skip() {
    await this.main.or(this.page.locator('main[data-page="handoff"], main[data-page="provider"]')).first().waitFor();
    if (await this.main.isVisible()) await this.main.locator('[data-action="go-on"]').click();
  }
}
