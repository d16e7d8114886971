// Questions of several controls, on a real form and by keyboard: a period of two dates, and an address that is picked.
import type { Locator } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import type { FormPage } from '../pages/form';

const STUDY = 0;
const BY_POST = 2;

/** The button on a source's card that hands a value over to the questions; a long card is unfolded first. */
const change = async (form: FormPage, pointer: string) => {
  const button = form.field(pointer).getByRole('button', { name: /^修改/ });
  const folds = form.main.locator('.mb-source__fold[aria-expanded="false"]');
  while (!(await button.count()) && (await folds.count())) await press(folds.first(), 'Enter');
  await press(button, 'Enter');
};

const press = async (target: Locator, key: string) => {
  await target.focus();
  await target.press(key);
};

test('a period and a postal address are changed by keyboard, and submitted', async ({ page, form, review, decision }) => {
  await page.goto('/services/no-criminal-record/form?person=lin');
  await form.filled();
  await form.answer('/purpose', STUDY);
  await form.answer('/delivery', BY_POST);

  await change(form, '/post_address');
  const part = (name: string) => page.locator(`#field-post_address-${name}`);
  await expect(part('province')).toBeFocused();
  await expect(part('district').locator('option:checked')).toHaveText('福田区');
  await press(part('province'), 'ArrowDown');
  await expect(part('province').locator('option:checked')).toHaveText('香港特别行政区');
  await expect(part('city')).toHaveValue('');
  await press(part('province'), 'ArrowUp');
  await expect(part('city').locator('option')).toHaveCount(10);
  await press(part('city'), 'ArrowDown');
  await press(part('city'), 'ArrowDown');
  await expect(part('city').locator('option:checked')).toHaveText('深圳市');
  await expect(part('district').locator('option')).toHaveCount(10);
  await press(part('district'), 'ArrowDown');
  await expect(part('district').locator('option:checked')).toHaveText('罗湖区');
  await page.keyboard.press('Tab');
  await expect(part('street')).toBeFocused();
  await page.keyboard.type('东门街道');
  await axe(page);
  await fitsTheScreen(page);

  await change(form, '/period');
  await expect(page.locator('#field-period-from')).toBeFocused();
  await page.locator('#field-period-from').fill('2024-06-01');
  await page.locator('#field-period-to').fill('2024-01-31');
  await form.next();
  const link = page.locator('.mb-errors__link');
  await expect(link).toHaveCount(1);
  await expect(link).toContainText('结束日期不能早于开始日期');
  await press(link, 'Enter');
  await expect(page.locator('#field-period-to')).toBeFocused();
  await axe(page);
  await page.locator('#field-period-to').fill('2024-12-31');
  await form.next();
  await review.shown();
  await expect(review.main).toContainText('2024年6月1日 至 2024年12月31日');
  await expect(review.main).toContainText('广东省深圳市罗湖区东门街道景澄路 26 号澄园 3 栋 1204 室');
  await review.next();
  await decision.settled();
});

test('where divisions cannot be read the address is typed', async ({ page, form }) => {
  await page.goto('/services/no-criminal-record/form?person=lin&fault=server-error@GET%20/divisions');
  await form.filled();
  await form.answer('/delivery', BY_POST);
  await change(form, '/post_address');
  const province = page.locator('input#field-post_address-province');
  await expect(province).toHaveValue('广东省');
  await province.fill('广西壮族自治区');
  await expect(form.field('/post_address').getByRole('button')).toBeVisible();
});
