// One thing, done once: from what somebody wants to the board on which all departments are done. Each bundle has people of its own, since tests of
// one project share a database.
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { BoardPage } from '../pages/board';
import { type Answers, BundlePage, BundlesPage, complete } from '../pages/bundle';
import { ConsentPage } from '../pages/consent';
import { FormPage } from '../pages/form';
import { GuidePage } from '../pages/guide';
import { HandoffPage } from '../pages/handoff';
import { PlanPage } from '../pages/plan';
import { ProviderPage } from '../pages/provider';
import { RatingPage } from '../pages/rating';
import { ReviewPage } from '../pages/review';
import { SharePage } from '../pages/share';

const YES = '是';
const NO = '否';

/** Through the guide by answers, in the order in which they are asked; to the plan. */
const guided = async (page: Page, bundle: string, answers: string[]) => {
  await page.goto(`/bundles/${bundle}`);
  await new BundlePage(page).shown();
  await axe(page);
  await new BundlePage(page).next();
  for (const answer of answers) {
    await new GuidePage(page).shown();
    await axe(page);
    const before = page.url();
    await new GuidePage(page).answer(answer);
    await expect(page).not.toHaveURL(before);
  }
  const plan = new PlanPage(page);
  await plan.shown();
  await axe(page);
  await fitsTheScreen(page);
  return plan;
};

/** Agrees, proves who they are by face, answers what is open, and submits. */
const submitted = async (page: Page, person: string, answers: Answers = {}) => {
  await new PlanPage(page).next();
  await new ConsentPage(page).shown();
  await axe(page);
  await new ConsentPage(page).agree('face');
  await new ProviderPage(page).settle('success', person);
  await new FormPage(page).filled();
  await axe(page);
  await fitsTheScreen(page);
  await complete(page, new FormPage(page), answers);
  await axe(page);
  await new ReviewPage(page).next();
  await new BoardPage(page).shown();
  await axe(page);
  await fitsTheScreen(page);
  return new BoardPage(page);
};

test('somebody who retires is asked once, and three offices are done one after the other', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('退休');
  await page.locator('[data-bundle="retirement"]').click();
  await new BundlePage(page).shown();
  const plan = await guided(page, 'retirement', [YES, NO, YES]);
  await expect(plan.services()).toHaveCount(3);
  const board = await submitted(page, 'shen');
  expect(await board.settled()).toEqual({ done: 3 });
  // What the first office gave, the others went on with.
  await expect(board.part('fund-sealing')).toContainText('收到');
  await axe(page);
  await board.next();
  const rating = new RatingPage(page);
  await rating.choose(5);
  await rating.next();
  await expect(rating.main).toContainText('5');
  await page.goto('/applications');
  await expect(page.locator('main[data-page="applications"]').getByRole('listitem').first()).toContainText('3');
});

test('one branch that fails stops none of the others, and paper comes in one delivery', async ({ page }) => {
  const plan = await guided(page, 'newborn', [YES, YES, YES, '从我的银行卡扣', YES]);
  await expect(plan.service('childbirth-registration')).toHaveAttribute('data-plan-state', 'left-out');
  const board = await submitted(page, 'meng', { '/facts/infant_name': '孟小禾', '/maternity-expenses/expenses': '3200' });
  expect(await board.settled()).toEqual({ done: 7, failed: 1 });
  await expect(board.part('maternity-expenses')).toHaveAttribute('data-board-state', 'failed');
  await expect(board.part('newborn-insurance')).toContainText('收到');
  await board.receive();
  await expect(board.main).toContainText('确认收到');
  await axe(page);
});

test('an answer that is changed changes the plan before their eyes', async ({ page }) => {
  const plan = await guided(page, 'home-transfer', [NO, YES, YES, NO]);
  await expect(plan.services()).toHaveCount(3);
  await plan.change('water');
  await new GuidePage(page).answer(NO);
  await plan.shown();
  await expect(plan.services()).toHaveCount(2);
  await expect(plan.service('water-transfer')).toHaveAttribute('data-plan-state', 'left-out');
  await axe(page);
});

test('what is done as one thing is found by whom it is for and by any word', async ({ page }) => {
  await page.goto('/bundles');
  const bundles = new BundlesPage(page);
  await bundles.shown();
  await axe(page);
  await fitsTheScreen(page);
  await expect(bundles.bundle('newborn')).toBeVisible();
  await bundles.narrow('audience', 'company');
  await expect(bundles.bundle('newborn')).toHaveCount(0);
  await expect(bundles.bundle('company-start')).toBeVisible();
  await bundles.narrow('audience', '');
  await bundles.find('出生');
  await expect(bundles.bundle('newborn')).toBeVisible();
  await bundles.find('zzz');
  await expect(bundles.main).toContainText('没有这样的事');
  await axe(page);
});

test('a company is there within the promise, and what comes next is told', async ({ page }) => {
  const plan = await guided(page, 'company-start', [NO, '自有房产', YES, YES, YES]);
  await expect(plan.services()).toHaveCount(6);
  const board = await submitted(page, 'wen', {
    '/company-registration/capital': '100000',
    '/company-registration/scope': '软件开发',
    '/company-registration/shareholders': async (form) => {
      await page.locator('#field-company-registration-shareholders-add').click();
      await form.answer('/company-registration/shareholders/0/name', '温嘉禾');
      await form.answer('/company-registration/shareholders/0/kind', 0);
      await form.answer('/company-registration/shareholders/0/id_number', '440307198411302716');
      await form.answer('/company-registration/shareholders/0/share', 100);
    },
    '/facts/employees': 3,
    '/housing-fund-account/fund_rate': 5,
    '/facts/recipient_name': '温嘉禾',
    '/facts/recipient_phone': '16600000066',
  });
  expect(await board.settled()).toEqual({ done: 6 });
  // The credit code went to everybody who waited for it.
  await expect(board.part('bank-appointment')).toContainText('统一社会信用代码');
  await expect(board.main).toContainText('接下来');
  await axe(page);
});

test('a seller confirms their share, and sees nothing else of it', async ({ page, browser, baseURL }, info) => {
  test.skip(info.project.name !== 'reference', 'another device reaches no backend that lives in the page');
  await guided(page, 'home-transfer', [NO, YES, YES, NO]);
  const board = await submitted(page, 'qiao');
  await expect(board.part('property-transfer')).toHaveAttribute('data-board-state', 'needs-you');
  const [code] = await board.codes();
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 640 }, hasTouch: true });
  const other = await context.newPage();
  const share = new SharePage(other);
  await other.goto('/share');
  await share.enter(code);
  await expect(share.main).toContainText('乔**');
  await expect(share.main).not.toContainText('%');
  await axe(other);
  await share.next();
  await new ConsentPage(other).agree('sms');
  await new HandoffPage(other).bySms('16600000266');
  await expect(share.main).toContainText('%');
  await axe(other);
  await share.next();
  await expect(share.main).toContainText('已确认');
  await context.close();
  // The board hears of it by itself.
  await expect(board.part('property-transfer')).toHaveAttribute('data-board-state', 'done', { timeout: 60_000 });
  expect(await board.settled()).toEqual({ done: 3 });
});
