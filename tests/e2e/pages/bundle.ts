import { expect, type Page } from '@playwright/test';
import type { FormPage } from './form';
import { Screen } from './screen';

/** What a bundle is about. */
export class BundlePage extends Screen {
  constructor(page: Page) {
    super(page, 'bundle');
  }
}

/** Everything that can be done as one thing. */
export class BundlesPage extends Screen {
  constructor(page: Page) {
    super(page, 'bundles');
  }

  async find(text: string) {
    await this.shown();
    await this.main.getByRole('searchbox').fill(text);
  }

  bundle(id: string) {
    return this.main.locator(`[data-bundle="${id}"]`);
  }

  async narrow(filter: 'audience' | 'event' | 'agency', value: string) {
    await this.main.locator(`[data-filter="${filter}"]`).selectOption(value);
  }
}

/** By JSON Pointer; of a list, what has to be done to fill it. */
export type Answers = Record<string, string | number | true | ((form: FormPage) => Promise<void>)>;

/** Answers all that is open, part by part, until the review: what `answers` says of a question, else the first choice, yes, or the box. */
export const complete = async (page: Page, form: FormPage, answers: Answers = {}) => {
  const review = page.locator('main[data-page="review"]');
  for (let part = 0; part < 30 && !(await review.isVisible()); part += 1) {
    await form.filled();
    const where = page.url();
    // An answer may bring further questions.
    for (let turn = 0; turn < 40; turn += 1) {
      const open = form.main.locator('[data-field][data-state="empty"]:visible');
      const pointers = await open.evaluateAll((fields) => fields.filter((field) => !field.querySelector('.mb-field__optional')).map((field) => field.getAttribute('data-field') ?? ''));
      const next = pointers.find((pointer) => !/\/\d+\//.test(pointer));
      if (!next) break;
      const answer = answers[next] ?? 0;
      await (typeof answer === 'function' ? answer(form) : form.answer(next, answer));
    }
    await form.primary.click();
    await expect.poll(async () => page.url() !== where || (await review.isVisible())).toBe(true);
  }
  await expect(review).toBeVisible();
};
