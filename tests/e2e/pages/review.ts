import { expect, type Page } from '@playwright/test';
import { CameraPage } from './camera';
import { Screen } from './screen';

export class ReviewPage extends Screen {
  constructor(page: Page) {
    super(page, 'review');
  }

  /** A line of the review, by JSON Pointer. */
  field(pointer: string) {
    return this.main.locator(`[data-field="${pointer}"]`);
  }

  /** The sheet of the one more check that a submission may need. */
  get sheet() {
    return this.page.getByRole('dialog');
  }

  /** Goes on by a face, which needs its own consent. */
  async stepUpByFace() {
    await this.sheet.locator(`label[for="${await this.sheet.locator('input[value="face"]').getAttribute('id')}"]`).click();
    await this.sheet.locator('.mb-separate label').click();
    await this.sheet.locator('[data-action="step-up"]').click();
    await new CameraPage(this.page).skip();
  }

  /** Says no. */
  async decline() {
    await this.sheet.locator('[data-action="step-up-not"]').click();
    await expect(this.sheet).toBeHidden();
  }
}
