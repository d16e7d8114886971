// Acting for somebody else (代办): a daughter applies for her father, and it is said on every page. Both are people of this test alone.
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import type { FormPage } from '../pages/form';

const ALLOWANCE = '/services/senior-allowance';
const FATHER = '罗**';
const [YES, NO] = [0, 1];

/** The bar that says for whom the person acts, or that nobody is acted for. */
const acting = async (page: Page, name: string | null) => {
  const bar = page.locator('[data-acting]');
  if (name === null) await expect(bar).toHaveCount(0);
  else await expect(bar).toContainText(`代办：您正在为 ${name} 办理`);
};

/** The page says for whom it is, can be used by everybody, and fits. */
const told = async (page: Page) => {
  await acting(page, FATHER);
  await expect(page.locator('main')).toHaveAccessibleDescription(new RegExp(`正在为 ${FATHER.replaceAll('*', '\\*')} 办理`));
  await axe(page);
  await fitsTheScreen(page);
};

const helpedBy = async (page: Page, form: FormPage, name: string) => {
  await form.answer('/helped', YES);
  await form.answer('/relative_name', name);
  await expect(page.getByText('已保存')).toBeVisible();
};

test('a daughter applies for her father from consent to decision, and stops half-way without losing anything', async ({
  page, home, service, consent, handoff, provider, form, review, decision, rating, applications, drafts, records,
}) => {
  await home.open();
  await home.find('高龄');
  await service.next();
  await consent.tick('为他人办理');
  await expect(page.locator('[data-consent]')).toHaveCount(0);
  await axe(page);
  await consent.agree('sms');
  await handoff.bySms('16600000112');
  // Proved who she is: whom she may act for is known now, and “for myself” is chosen.
  await consent.shown();
  await expect(consent.main.locator('input[type=radio]:checked')).toHaveValue('');
  await acting(page, null);
  await axe(page);
  await consent.tick(FATHER);
  await told(page);
  await consent.next();
  await form.filled();
  await expect(form.field('/name')).toContainText('罗');
  await told(page);
  await helpedBy(page, form, '罗静仪');

  // Stopping in the middle, and a form of her own.
  await page.locator('[data-action="stop-acting"]').click();
  await service.shown();
  await acting(page, null);
  await page.goto(`${ALLOWANCE}/consent`);
  await consent.next();
  await form.filled();
  await acting(page, null);
  await helpedBy(page, form, '罗静安');

  // Back to her father's: what was typed for him is there, over a reload too.
  await page.goto(`${ALLOWANCE}/consent`);
  await consent.tick(FATHER);
  await acting(page, FATHER);
  await consent.next();
  await form.filled();
  await expect(form.field('/relative_name').locator('input')).toHaveValue('罗静仪');
  await page.reload();
  await form.filled();
  await told(page);
  await expect(form.field('/relative_name').locator('input')).toHaveValue('罗静仪');
  await page.goto('/drafts');
  await expect(drafts.line('senior-allowance')).toBeVisible();
  await told(page);
  await page.goto(`${ALLOWANCE}/form`);
  await form.filled();
  await form.answer('/helped', NO);
  await form.answer('/certification', 0);
  await form.answer('/declaration', true);
  await form.next();
  await review.shown();
  await told(page);
  await review.next();
  // A surer check is hers to pass, and she goes on acting for him.
  await review.stepUpByFace();
  await provider.settle('success', 'luoyi');
  await review.shown();
  await told(page);
  await review.next();
  expect(await decision.settled()).toMatchObject({ failed: 0, unsure: 0 });
  await expect(decision.main).toContainText(`申请人 ${FATHER} · 代办人 ${FATHER}`);
  await told(page);
  await decision.next();
  await rating.shown();
  await told(page);
  await page.goto('/applications');
  await applications.shown();
  await expect(applications.main).toContainText('代办人');
  await told(page);
  await page.goto('/records');
  await expect(records.record('active').filter({ hasText: '代办人' }).first()).toBeVisible();
  await told(page);

  // Her own draft is hers again.
  await page.locator('[data-action="stop-acting"]').click();
  await acting(page, null);
  await page.goto(`${ALLOWANCE}/form`);
  await form.filled();
  await expect(form.field('/relative_name').locator('input')).toHaveValue('罗静安');
});

test('what only the person themselves may apply for says so, and acting ends with the session', async ({ page, service, consent, applications }) => {
  await page.goto('/applications?person=luoyi&acting=luo');
  await applications.shown();
  await acting(page, FATHER);
  await page.goto('/services/no-criminal-record');
  await service.shown();
  await expect(service.main).toContainText('这件事不能代办');
  await axe(page);
  await page.goto('/services/no-criminal-record/consent');
  await consent.shown();
  await expect(consent.main).toContainText('这件事只能本人办理');
  await consent.next();
  await expect(consent.main.getByRole('alert')).toContainText('请先结束代办');
  await page.goto('/applications');
  await page.locator('[data-action="sign-out"]').click();
  await acting(page, null);
});
