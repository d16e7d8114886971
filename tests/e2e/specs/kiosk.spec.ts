// A shared terminal, with a clock that the test moves.
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';

/** Serves a config.json that makes this a shared terminal. */
const shared = (page: Page) =>
  page.route('**/config.json', async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, kiosk: { idle_s: 90 } } });
  });

const asked = (page: Page) => page.getByRole('alertdialog', { name: '您还在吗？' });

test.beforeEach(async ({ page }) => {
  await shared(page);
  await page.clock.install();
});

test('whoever is still there goes on, whoever has gone leaves nothing', async ({ page, form, home }) => {
  await page.goto('/services/no-criminal-record/form?person=lin');
  await form.filled();
  await form.answer('/purpose', 0);
  await page.clock.runFor(89_000);
  await expect(asked(page)).toHaveCount(0);
  await page.clock.runFor(4_000);
  await expect(asked(page)).toBeVisible();
  await expect(asked(page)).toContainText('秒后会自动退出');
  await axe(page);
  await fitsTheScreen(page);
  await asked(page).locator('[data-action="primary"]').click();
  await expect(asked(page)).toHaveCount(0);
  await expect(form.field('/purpose')).toHaveAttribute('data-state', 'typed');

  await page.clock.runFor(125_000);
  await home.shown();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await form.shown();
  await expect(form.main.locator('[data-field]')).toHaveCount(0);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toContain('miaoban.handoff');
  expect(kept).not.toContain('miaoban.place');
});

test('on the home page too, and the other tabs are told', async ({ page, context, home }) => {
  const other = await context.newPage();
  await shared(other);
  await other.goto('/applications?person=lin');
  await expect(other.locator('[data-action="sign-out"]')).toBeVisible();
  await home.open();
  await page.clock.runFor(125_000);
  await expect(other.locator('main[data-page="home"]')).toBeVisible();
});
