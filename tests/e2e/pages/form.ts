import { expect, type Locator, type Page } from '@playwright/test';
import { Screen } from './screen';

export class FormPage extends Screen {
  constructor(page: Page) {
    super(page, 'form');
  }

  /** The frame of a field, by JSON Pointer. */
  field(pointer: string): Locator {
    return this.main.locator(`[data-field="${pointer}"]`);
  }

  /** Waits until every source has answered. */
  async filled() {
    await this.shown();
    await expect(this.main.locator('[data-card-state="reading"]')).toHaveCount(0);
    await expect(this.primary).toBeVisible();
  }

  /** Answers a question whatever its control: text, date and number are typed, a choice is made by its place, a box is ticked. */
  async answer(pointer: string, value: string | number | true) {
    const field = this.field(pointer);
    await expect(field).toBeVisible();
    const choices = field.locator('input[type=radio], input[type=checkbox]');
    if (await choices.count()) {
      const id = await choices.nth(Number(value === true ? 0 : value)).getAttribute('id');
      await field.locator(`label[for="${id}"]`).click();
    } else if (await field.locator('input[role=combobox]').count()) {
      await field.locator('input[role=combobox]').click();
      await field.getByRole('option').nth(Number(value)).click();
    } else if (await field.locator('select').count()) {
      // The first one only asks to choose.
      await field.locator('select').selectOption({ index: Number(value) + 1 });
    } else {
      await field.locator('input, textarea').first().fill(String(value));
    }
  }
}
