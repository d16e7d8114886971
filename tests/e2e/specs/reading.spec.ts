// Every page in every way of reading: accessible, and nothing sticks out of a 360 pixel screen.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const SERVICE = '/services/no-criminal-record';
const PAGES = ['/', '/themes/abroad', SERVICE, `${SERVICE}/consent`, '/handoff', `${SERVICE}/form`, `${SERVICE}/review`, '/applications', '/no/such/page'];

for (const lang of ['zh-CN', 'en', 'zh-Hant']) {
  for (const [size, theme] of [['standard', 'light'], ['standard', 'dark'], ['elder', 'light'], ['elder', 'dark']]) {
    const reading = new URLSearchParams({ person: 'lin', lang, size, theme }).toString();

    test(`${lang}, ${size}, ${theme}: every page`, async ({ page }) => {
      test.setTimeout(300_000);
      for (const path of PAGES) {
        await page.goto(`${path}?${reading}`);
        await expect(page.locator('main[data-page]')).toBeVisible();
        await expect(page.locator('[aria-busy="true"], [data-card-state="reading"]')).toHaveCount(0);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await axe(page);
        await fitsTheScreen(page);
      }
    });

    test(`${lang}, ${size}, ${theme}: decision and rating`, async ({ page, form, review, decision, rating }) => {
      await page.goto(`/services/car-quota-extension/form?${reading}`);
      await form.filled();
      await form.answer('/declaration', true);
      await form.next();
      await review.next();
      await decision.settled();
      await axe(page);
      await fitsTheScreen(page);
      await decision.next();
      await rating.choose(1);
      await axe(page);
      await fitsTheScreen(page);
    });
  }
}

test('a switch of language loses nothing that was typed', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=lin`);
  await form.filled();
  await form.answer('/purpose', 6);
  await form.answer('/purpose_other', '申请志愿者资格');
  await page.locator('[data-action="display"]').click();
  const menu = page.getByRole('dialog');
  await menu.locator('label').filter({ hasText: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  await expect(form.field('/purpose_other').locator('input, textarea')).toHaveValue('申请志愿者资格');
});
