// The journey without a pointer: Tab, arrows, Space and Enter do everything, and the focus is always visible.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';

/** Tabs until the target has the focus. */
const tabTo = async (page: Page, target: Locator) => {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((e) => e === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
};

const press = async (page: Page, target: Locator, key = 'Enter') => {
  await expect(target).toBeVisible();
  await tabTo(page, target);
  await page.keyboard.press(key);
};

test('a whole journey by keyboard', async ({ page, home, service, consent, provider, form, review, decision, rating }) => {
  test.setTimeout(240_000);
  await home.open({ person: 'lin' });
  await press(page, page.locator('a[href="/services/car-quota-extension"]').first());
  await service.shown();
  await press(page, service.primary);
  await consent.shown();
  const face = consent.main.locator('input[type=radio]').first();
  await expect(face).toBeAttached();
  await tabTo(page, face);
  await page.keyboard.press('Space');
  await press(page, consent.main.locator('.mb-separate input[type=checkbox]'), 'Space');
  await press(page, consent.primary);
  await press(page, page.locator('main[data-page="camera"] [data-action="go-on"]'));
  await provider.shown();
  await press(page, page.locator('[data-outcome="success"]'));
  await form.filled();
  await press(page, form.field('/declaration').locator('input'), 'Space');
  await press(page, form.primary);
  await review.shown();
  await press(page, review.primary);
  await decision.settled();
  await press(page, decision.primary);
  await rating.shown();
  const first = rating.main.locator('#stars-1');
  await expect(first).toBeAttached();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(rating.main.locator('#stars-4')).toBeChecked();
  await press(page, rating.primary);
  await expect(rating.main).toContainText('4');
});

test('a change of page moves the focus to it and names it', async ({ page, home, service }) => {
  await home.open({ person: 'lin' });
  const title = await page.title();
  await page.locator('a[href="/services/no-criminal-record"]').first().click();
  await service.shown();
  await expect(service.main).toBeFocused();
  expect(await page.title()).not.toBe(title);
});
