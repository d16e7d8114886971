// A guardian's consent to a child's face check: the child's device and the guardian's phone, at a backend that both reach.
import type { Browser, Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { ConsentPage } from '../pages/consent';
import { GuardianPage } from '../pages/guardian';
import { HandoffPage } from '../pages/handoff';
import { ProviderPage } from '../pages/provider';

// A service of its own for each test: what a guardian agreed to holds for every check of that child and service.
const [AGREED, REFUSED] = ['no-criminal-record', 'residence-permit'];
const LIN = '16600000011';
const TANG = '16600000077';

/** Opens a browser of its own. */
const phone = async (browser: Browser, baseURL?: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 640 }, hasTouch: true });
  return context.newPage();
};

/** The child's face check ends for want of a guardian, whom the child asks; the code, as the page shows it. */
const askGuardian = async (page: Page, service: string) => {
  await page.goto(`/services/${service}/consent`);
  await new ConsentPage(page).agree('face');
  await new ProviderPage(page).settle('success', 'xiaoyu');
  const handoff = new HandoffPage(page);
  await expect(handoff.main).toContainText('监护人同意');
  await axe(page);
  await handoff.next();
  await expect(page.locator('[data-guardian="waiting"]')).toBeVisible();
  await axe(page);
  await fitsTheScreen(page);
  return page.locator('[data-code]').innerText();
};

/** The guardian types the code and proves who they are by SMS. */
const prove = async (page: Page, code: string, number: string) => {
  const guardian = new GuardianPage(page);
  await page.goto('/guardian');
  await guardian.enter('4F7K-0000');
  await expect(guardian.main.locator('[data-field="/code"]')).toHaveAttribute('data-state', 'problem');
  await guardian.enter(code);
  await expect(guardian.main).toContainText('周**');
  await axe(page);
  await guardian.next();
  await new ConsentPage(page).shown();
  await axe(page);
  await new ConsentPage(page).agree('sms');
  await new HandoffPage(page).bySms(number);
  await guardian.shown();
  await expect(guardian.main.locator('.mb-separate')).toBeVisible();
  return guardian;
};

test('a guardian agrees on a phone of their own, and the child goes on', async ({ page, browser, baseURL }) => {
  const code = await askGuardian(page, AGREED);
  const other = await phone(browser, baseURL);
  const guardian = await prove(other, code, LIN);
  // The child hears nothing for a moment; it asks again.
  let lost = 0;
  await page.route('**/api/guardian-asks/*', (route) => (lost++ < 2 ? route.abort('connectionreset') : route.continue()));
  // Without the box nothing is agreed to.
  await guardian.next();
  await expect(guardian.main).toContainText('请勾选');
  await axe(other);
  await fitsTheScreen(other);
  await guardian.agree();
  await expect(guardian.main).toContainText('已经同意');
  await axe(other);
  // The child's page hears of it by itself, and the check passes now.
  await expect(page.locator('[data-guardian="agreed"]')).toBeVisible({ timeout: 30_000 });
  await axe(page);
  await new HandoffPage(page).next();
  await new ConsentPage(page).agree('face');
  await new ProviderPage(page).settle('success', 'xiaoyu');
  await expect(page.locator('main[data-page="form"]')).toBeVisible();
  // The code works once, for whoever has it.
  const again = await other.context().newPage();
  await again.goto('/guardian');
  await new GuardianPage(again).enter(code);
  await expect(new GuardianPage(again).main).toContainText('已经同意');
  await expect(again.locator('.mb-separate')).toHaveCount(0);
  await again.close();
  // The guardian finds it among what they agreed to, and takes it back.
  await guardian.next();
  const record = other.locator('[data-record-state="active"]').filter({ hasText: '周**' });
  await expect(record).toHaveCount(1);
  await record.locator('[data-action="withdraw"]').click();
  await other.locator('[data-action="withdraw-confirm"]').click();
  await expect(other.locator('[data-record-state="withdrawn"]').filter({ hasText: '周**' }).first()).toBeVisible();
});

test('a stranger with the code is told that they are no guardian, and a refusal is heard', async ({ page, browser, baseURL }) => {
  const code = await askGuardian(page, REFUSED);
  const stranger = await prove(await phone(browser, baseURL), code, TANG);
  await stranger.agree();
  await expect(stranger.main.getByRole('alert')).toContainText('登记里没有写明您是监护人');
  await axe(stranger.page);
  const guardian = await prove(await phone(browser, baseURL), code, LIN);
  await guardian.refuse();
  await expect(guardian.main).toContainText('没有同意');
  await expect(page.locator('[data-guardian="refused"]')).toBeVisible({ timeout: 30_000 });
  await axe(page);
});
