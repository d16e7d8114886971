// A session that ends while somebody types, at a backend with real cookies.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const OTHER = 6;

test('what was typed after the session ended survives the new check, if the person wants that', async ({ page, context, form, consent, handoff }) => {
  await page.goto('/services/no-criminal-record/form?person=mueller');
  await form.filled();
  await form.answer('/purpose', OTHER);
  await context.clearCookies();
  await form.answer('/purpose_other', '投标资格审查');
  await form.field('/purpose_other').locator('input, textarea').blur();
  await expect(page.getByRole('alert').getByText('身份核验已过期')).toBeVisible();
  await fitsTheScreen(page);
  await form.next();
  const sheet = page.getByRole('dialog', { name: '重新核验身份' });
  await expect(sheet).toBeVisible();
  await axe(page);
  await sheet.locator('[data-action="carry"]').click();
  await consent.agree('sms');
  await handoff.bySms('16600000044');
  await form.filled();
  await expect(form.field('/purpose_other').locator('input, textarea')).toHaveValue('投标资格审查');
});
