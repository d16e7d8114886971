// What goes wrong at a backend, as a person meets it: in words, with a way on, and nothing typed is lost.
// What types has a person of its own: with the reference backend all tests share one database.
import type { Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures';
import type { ApplicationsPage } from '../pages/applications';

const SERVICE = '/services/no-criminal-record';
const STUDY = 0;
const BY_MAIL = 0;

test('a source that is down says so, and can be asked again or typed instead', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=xiaoyu&fault=source-down:household`);
  await form.filled();
  const card = page.locator('[data-source-card="household"]');
  await expect(card).toHaveAttribute('data-card-state', 'unavailable');
  await axe(page);
  await card.locator('[data-action="retry"]').click();
  await expect(card).toHaveAttribute('data-card-state', 'unavailable');
  await card.locator('[data-action="type-by-hand"]').click();
  await form.answer('/household_address', '深圳市福田区示例路 1 号');
  await expect(form.field('/household_address').locator('input, textarea')).toHaveValue('深圳市福田区示例路 1 号');
});

test('an expired certificate is shown, and may be corrected', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=lin&fault=source-expired:identity`);
  await form.filled();
  await expect(page.locator('[data-source-card="identity"]')).toHaveAttribute('data-card-state', 'expired');
  await axe(page);
});

for (const fault of ['server-error', 'malformed', 'html', 'empty-body']) {
  test(`a catalogue that answers ${fault} is told in words, and can be tried again`, async ({ page }) => {
    await page.goto(`/?person=lin&fault=${fault}@GET /services`);
    await expect(page.locator('main[data-page="home"]')).toBeVisible();
    await expect(page.locator('[data-action="retry"]').first()).toBeVisible({ timeout: 20_000 });
    await axe(page);
    await page.goto('/?fault=none');
    await expect(page.locator('main[data-page="home"] a[href^="/services/"]').first()).toBeVisible();
  });
}

test('a form that cannot be drawn names the field for its maintainer, and a way on', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=lin&fault=bad-definition`);
  await form.shown();
  await expect(form.main).toContainText('/properties/');
  await expect(form.primary).toBeVisible();
  await axe(page);
});

/** How many applications this person has, once the list is there. */
const counted = async (page: Page, applications: ApplicationsPage) => {
  await applications.shown();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  return applications.main.getByRole('listitem').count();
};

test('a lost answer to a submission ends in one application', async ({ page, form, review, decision, applications }) => {
  await page.goto('/applications?person=he');
  const before = await counted(page, applications);
  await page.goto(`${SERVICE}/form?person=he&fault=lost-response`);
  await form.filled();
  await form.answer('/purpose', STUDY);
  await form.answer('/delivery', BY_MAIL);
  await form.answer('/email', 'he@example.com');
  await form.next();
  await review.next();
  // Sent again by itself; or else the person is told, and sends it again: under the same key it is the same application.
  const told = review.main.locator('.mb-notice, [role=alert]').first();
  await expect(decision.main.or(told)).toBeVisible({ timeout: 30_000 });
  if (await told.isVisible()) await review.primary.click();
  await expect(decision.main).toBeVisible({ timeout: 20_000 });
  await page.goto('/applications?fault=none');
  await applications.shown();
  await expect(applications.main.getByRole('listitem')).toHaveCount(before + 1);
});

test('a double tap submits once', async ({ page, form, review, decision, applications }) => {
  await page.goto('/applications?person=zhao');
  const before = await counted(page, applications);
  await page.goto('/services/car-quota-extension/form?person=zhao');
  await form.filled();
  await form.answer('/declaration', true);
  await form.next();
  await review.shown();
  await review.primary.dblclick();
  await decision.settled();
  await page.goto('/applications');
  await applications.shown();
  await expect(applications.main.getByRole('listitem')).toHaveCount(before + 1);
});

test('a reload keeps what was typed', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=wen`);
  await form.filled();
  await form.answer('/purpose', 6);
  await form.answer('/purpose_other', '投标资格审查');
  await form.field('/purpose_other').locator('input, textarea').blur();
  await expect(form.page.getByText('已保存')).toBeVisible();
  await page.goto(`${SERVICE}/form`);
  await form.filled();
  await expect(form.field('/purpose_other').locator('input, textarea')).toHaveValue('投标资格审查');
});

test('a session that ended is told in words, with a way back in', async ({ page, form }) => {
  await page.goto(`${SERVICE}/form?person=lin&fault=session-expired`);
  await form.shown();
  await expect(form.primary).toBeVisible();
  await axe(page);
});
