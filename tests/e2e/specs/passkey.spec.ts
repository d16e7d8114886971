// This device as a way to prove who one is, with Chromium's virtual authenticator: real keys, really verified. Run against both backends.
import { Device } from '../device';
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const PHONE = '16600000011';
const CONSENT = '/services/no-criminal-record/consent';

test('an enrolled device opens the next application with one press', async ({ page, consent, provider, handoff, form, passkeys, applications }) => {
  const device = await Device.in(page);
  // Verified once by another way, then enrolled from the list of applications.
  await page.goto(`${CONSENT}?person=lin`);
  await consent.agree('face');
  await provider.settle('success', 'lin');
  await form.filled();
  await page.goto('/applications?person=none');
  await applications.main.locator('[data-action="passkeys"]').click();
  await expect(passkeys.primary).toHaveText('登记这台设备');
  // The reference backend may know others of an earlier try.
  const before = await passkeys.devices.count();
  await axe(page);
  await passkeys.next();
  await expect(passkeys.devices).toHaveCount(before + 1);
  await expect(passkeys.main.getByRole('status').first()).toContainText('登记好了');
  await axe(page);
  await fitsTheScreen(page);
  const [key] = await device.keys();
  expect(key).toMatchObject({ isResidentCredential: true, rpId: 'localhost' });
  // A device that has a key makes no other.
  await passkeys.primary.click();
  await expect(passkeys.main).toContainText('已经登记过');
  expect(await device.keys()).toHaveLength(1);

  await applications.signOut();
  await page.goto(CONSENT);
  await consent.shown();
  await axe(page);
  await consent.agree('device');
  await handoff.shown();
  await expect(handoff.main.getByRole('heading', { level: 2 })).toHaveText('用这台设备核验');
  await axe(page);
  await fitsTheScreen(page);
  await handoff.primary.click();
  await form.filled();
  expect((await device.keys())[0].signCount).toBeGreaterThan(key.signCount);

  // Removed, it proves nothing any more, and the person is told so and can go another way.
  await page.goto('/passkeys');
  await passkeys.remove();
  await expect(passkeys.devices).toHaveCount(before);
  await applications.signOut();
  await page.goto(CONSENT);
  await consent.agree('device');
  await handoff.next();
  await expect(handoff.main.getByRole('alert')).toContainText('这台设备没有登记');
  await axe(page);
  await page.locator('[data-action="another-way"]').click();
  await consent.agree('sms');
  await handoff.bySms(PHONE);
  await form.filled();
});

test('a device that does not recognise its owner is told in words, and can be tried again', async ({ page, consent, handoff, form, decision, applications }) => {
  const device = await Device.in(page);
  // Enrolled by the offer after a decision; by another person than above, since both tests share the reference backend.
  await page.goto('/applications/demo-tang-rejected?person=tang');
  await decision.shown();
  await axe(page);
  await device.recognises(false);
  await page.locator('[data-action="enrol"]').click();
  await expect(decision.main).toContainText('还没有登记');
  await axe(page);
  await device.recognises(true);
  await page.locator('[data-action="enrol"]').click();
  await expect(decision.main).toContainText('这台设备登记好了');
  await axe(page);
  await page.goto('/applications/demo-tang-rejected?person=none');
  await decision.shown();
  await expect(page.locator('[data-action="enrol"]')).toHaveCount(0);

  await applications.signOut();
  await device.recognises(false);
  await page.goto(CONSENT);
  await consent.agree('device');
  await handoff.next();
  await expect(handoff.main.getByRole('status').filter({ hasText: '还没有核验' })).toBeVisible();
  await expect(page.locator('[data-action="another-way"]')).toBeVisible();
  await expect(handoff.primary).toBeFocused();
  await axe(page);
  await device.recognises(true);
  await handoff.primary.press('Enter');
  await form.filled();
});

test('without a device that can check its owner nothing is offered', async ({ page, consent, decision }) => {
  await page.goto(CONSENT);
  await consent.shown();
  await expect(consent.main.locator('input[type=radio][value="sms"]')).toHaveCount(1);
  await expect(consent.main.locator('input[type=radio][value="device"]')).toHaveCount(0);
  await page.goto('/applications/demo-lin-approved?person=lin');
  await decision.shown();
  await expect(decision.main).toContainText('证明已开具');
  await expect(page.locator('[data-action="enrol"]')).toHaveCount(0);
});
