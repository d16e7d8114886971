// What a person agreed to, and what was read on it, over a reload, at both backends.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const SERVICE = '高龄老人津贴';

test('what was read is told with its consent, which can be withdrawn', async ({ page, form, records }) => {
  await page.goto('/services/senior-allowance/form?person=he');
  await form.filled();
  await page.goto('/records');
  await records.shown();
  const record = records.record('active').filter({ hasText: SERVICE }).first();
  await record.locator('summary').click();
  await expect(record.getByRole('listitem').first()).toContainText('填表');
  await axe(page);
  await fitsTheScreen(page);

  await record.locator('[data-action="withdraw"]').click();
  await axe(page);
  await page.locator('[data-action="withdraw-confirm"]').click();
  await expect(records.main.getByRole('status')).toContainText('已撤回');
  await expect(records.record('withdrawn').filter({ hasText: SERVICE }).first()).toBeVisible();
  // What was withdrawn allows nothing more.
  await page.goto('/services/senior-allowance/form');
  await form.shown();
  await expect(form.main.locator('[data-source-card]')).toHaveCount(0);
});
