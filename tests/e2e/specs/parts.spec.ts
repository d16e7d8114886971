// A long form is asked a section at a time: forwards, back, over a reload, from the review, and by keyboard alone.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const START = '/services/company-setup/form?person=wen';
const [FIRST, SECOND] = [0, 1];

test('a company is set up a section at a time', async ({ page, form, review, decision }) => {
  await page.goto(START);
  await form.filled();
  await expect(form.main.locator('.mb-lead')).toContainText('第 1 部分');
  await axe(page);
  await fitsTheScreen(page);

  // What is missing here stops here, and nothing of the other parts is told.
  await form.next();
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(form.field('/scope')).toHaveAttribute('data-state', 'problem');
  await expect(form.field('/seal_name')).toHaveCount(0);
  await form.answer('/company_kind', FIRST);
  await form.answer('/capital', 500000);
  await form.answer('/scope', '软件开发');
  await form.next();
  await expect(page).toHaveURL(/\/form\/address$/);
  await expect(form.main).toBeFocused();
  await axe(page);
  await form.answer('/address_kind', FIRST);
  await form.answer('/property_number', SECOND);
  await expect(form.field('/property_number')).toHaveAttribute('data-source', 'property');
  await axe(page);

  // Back and a reload lose nothing.
  await page.goBack();
  await expect(form.field('/scope').locator('textarea')).toHaveValue('软件开发');
  await page.goForward();
  await expect(form.main.getByText('已保存')).toBeVisible();
  await page.reload();
  await form.filled();
  await expect(page).toHaveURL(/\/form\/address$/);
  await expect(form.field('/address_kind').locator('input').first()).toBeChecked();
  await expect(form.field('/property_number').locator('input').nth(SECOND)).toBeChecked();
  await form.next();

  await page.locator('#field-shareholders-add').click();
  await form.answer('/shareholders/0/name', '温以宁');
  await form.answer('/shareholders/0/kind', FIRST);
  await form.answer('/shareholders/0/share', 100);
  const rest = form.main.locator('[data-field^="/shareholders/0/"] input:not([type=radio])');
  for (const input of await rest.all()) if (!(await input.inputValue())) await input.fill('44030519851215019X');
  await form.next();
  await expect(page).toHaveURL(/\/form\/people$/);
  await axe(page);
  await form.answer('/position', FIRST);
  await form.answer('/finance_same', FIRST);
  await form.answer('/tax_same', FIRST);
  await form.next();
  await form.answer('/invoice_kinds', true);
  await form.answer('/invoice_limit', SECOND);
  await form.next();
  await form.answer('/employees', 0);
  await form.next();
  await expect(page).toHaveURL(/\/form\/seals$/);
  await form.answer('/bank_appointment', SECOND);
  await form.answer('/seal_name', '温以宁');
  await form.answer('/seal_phone', '13800138000');
  if (await form.field('/seal_address').count()) await form.answer('/seal_address', '深圳市南山区示例路 1 号');
  await form.answer('/declaration', true);
  await fitsTheScreen(page);
  await form.next();
  await review.shown();

  // A change leads to its part, and back to the review.
  await review.main.locator('[data-field="/scope"] [data-action="change"]').click();
  await expect(form.field('/scope')).toBeVisible();
  await expect(form.field('/seal_name')).toHaveCount(0);
  await form.answer('/scope', '软件开发和销售');
  await form.next();
  await review.shown();
  await expect(review.main.locator('[data-field="/scope"]')).toContainText('软件开发和销售');
  await review.next();
  const rules = await decision.settled();
  expect(rules.failed).toBe(0);
});

test('all questions can be on one page', async ({ page, form }) => {
  await page.goto(START);
  await form.filled();
  await page.locator('[data-action="pages"]').click();
  await expect(form.field('/seal_name')).toBeVisible();
  await expect(form.field('/scope')).toBeVisible();
  await axe(page);
  await page.locator('[data-action="pages"]').click();
  await expect(form.field('/seal_name')).toHaveCount(0);
});
