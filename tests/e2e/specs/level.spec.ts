// How surely a person is known: asked for more when they submit and never before, by face or by this device, and only of themselves; and the
// password of the account. Run against both backends; each test has a person of its own, since all share the reference backend.
import { Device } from '../device';
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const SERVICE = '/services/senior-allowance';
// Places of options in the form's data.
const [NOT_HELPED, BY_FACE] = [1, 0];

test('whoever came by SMS is asked at the submission, says no, is not somebody else, and steps up by face', async ({ page, consent, handoff, provider, form, review, decision }) => {
  await page.goto(`${SERVICE}/consent?person=none`);
  await consent.agree('sms');
  await handoff.bySms('16600000011');
  await form.filled();
  await answerAll(form);
  await form.next();
  await review.shown();
  await expect(review.main).toContainText('提交时要再确认一次是您本人');
  await expect(review.sheet).toBeHidden();
  await axe(page);
  await review.next();
  await expect(review.sheet).toBeVisible();
  await axe(page);
  await fitsTheScreen(page);
  await review.decline();
  await expect(review.field('/helped')).toHaveAttribute('data-state', 'answered');

  // Somebody else passes it: told in words, and nothing changes.
  await review.next();
  await review.stepUpByFace();
  await provider.settle('success', 'tang');
  await handoff.shown();
  await expect(handoff.main.getByRole('alert')).toContainText('不是正在办理的人');
  await expect(handoff.main).not.toContainText('唐');
  await axe(page);
  await handoff.next();
  await review.shown();
  await expect(review.field('/helped')).toHaveAttribute('data-state', 'answered');
  await expect(review.main).toContainText('提交时要再确认一次是您本人');

  await review.next();
  await review.stepUpByFace();
  await provider.settle('success', 'lin');
  await review.shown();
  await expect(review.main).toContainText('已确认是您本人');
  await axe(page);
  await fitsTheScreen(page);
  await review.next();
  await decision.settled();
  await axe(page);
});

test('whoever is sure enough is asked nothing more', async ({ page, consent, provider, form, review, decision }) => {
  await page.goto(`${SERVICE}/consent?person=none`);
  await consent.agree('face');
  await provider.settle('success', 'gao');
  await form.filled();
  await answerAll(form);
  await form.next();
  await review.shown();
  await expect(review.main).not.toContainText('再确认一次');
  await review.next();
  await decision.settled();
});

test('a device that was set up surely confirms and submits with one touch', async ({ page, consent, handoff, provider, form, review, decision, passkeys, applications }) => {
  await Device.in(page);
  await page.goto('/services/no-criminal-record/consent?person=none');
  await consent.agree('face');
  await provider.settle('success', 'zhao');
  await form.filled();
  await page.goto('/passkeys');
  await passkeys.next();
  await expect(passkeys.main.getByRole('status').first()).toContainText('登记好了');
  await applications.signOut();

  await page.goto(`${SERVICE}/consent`);
  await consent.agree('password');
  await handoff.byPassword('zhao');
  await form.filled();
  await answerAll(form);
  await form.next();
  await review.next();
  const touch = review.sheet.locator('[data-action="step-up-device"]');
  await expect(touch).toBeVisible();
  await axe(page);
  await fitsTheScreen(page);
  await touch.click();
  await decision.settled();
});

test('the password of the account: wrong tries are told, five end the check', async ({ page, consent, handoff, form }) => {
  await page.goto('/services/no-criminal-record/consent?person=none');
  await consent.agree('password');
  await handoff.shown();
  await axe(page);
  await fitsTheScreen(page);
  await handoff.byPassword('nobody-has-this', 'guess');
  const problem = handoff.main.locator('[data-field="/password"][data-state="problem"]');
  await expect(problem).toContainText('还可以再试 4 次');
  await expect(handoff.main.locator('#account')).toHaveValue('nobody-has-this');
  await expect(handoff.main.locator('#password')).toHaveValue('');
  await axe(page);
  await handoff.byPassword('nobody-has-this', 'guess');
  await expect(problem).toContainText('还可以再试 3 次');
  for (const left of [2, 1]) {
    await handoff.byPassword('wen', 'guess');
    await expect(problem).toContainText(`还可以再试 ${left} 次`);
  }
  await handoff.byPassword('wen', 'guess');
  await expect(handoff.main.getByRole('alert')).toContainText('试的次数太多了');
  await axe(page);
  await handoff.next();
  await consent.agree('password');
  await handoff.byPassword('wen');
  await form.filled();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept.replaceAll(/这是演示[^"]*/g, '')).not.toContain('Demo-2026-miaoban');
});

test('a masked number is shown in full after a step-up, for a while, and kept nowhere', async ({ page, provider, decision, review }) => {
  const FULL = '440304199207163128';
  await page.goto('/applications/demo-lin-approved?person=lin');
  await decision.shown();
  await decision.main.locator('[data-action="document"]').click();
  await expect(decision.main).toContainText('440304********3128');
  await axe(page);
  const reveal = decision.main.locator('[data-action="reveal"]');
  await reveal.click();
  await expect(review.sheet).toBeVisible();
  await axe(page);
  await review.stepUpByFace();
  await provider.settle('success', 'lin');
  await decision.shown();
  await expect(decision.main).toContainText('440304********3128');
  await expect(decision.main).not.toContainText(FULL);
  await reveal.click();
  await expect(decision.main).toContainText(FULL);
  await axe(page);
  await fitsTheScreen(page);
  expect(page.url()).not.toContain(FULL);
  // What is put away shows nothing.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(decision.main).not.toContainText(FULL);
});

/** The allowance's form, whoever fills it: what the sources leave open is typed. */
const answerAll = async (form: import('../pages/form').FormPage) => {
  const typed: [string, string][] = [['/card_number', '6222024000000000014'], ['/card_bank', '深圳湾畔银行'], ['/household_address', '广东省深圳市南山区'], ['/phone', '16600000055']];
  // What no source knows is asked once all of them have answered.
  await expect(form.main.locator('[data-card-state="filled"]').first()).toBeVisible();
  await expect(form.main.locator('[data-card-state="reading"]')).toHaveCount(0);
  for (const [pointer, value] of typed) {
    const empty = form.main.locator(`[data-field="${pointer}"][data-state="empty"]`);
    if (await empty.count()) await form.answer(pointer, value);
  }
  await form.answer('/helped', NOT_HELPED);
  await form.answer('/certification', BY_FACE);
  await form.answer('/declaration', true);
};
