// The whole way, on a phone: find, consent, prove, the filled form, the decision, the stars. Run against both backends.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

// Places of options in the form's data.
const [STUDY, WORK] = [0, 1];
const BY_MAIL = 0;

test('lin gets a certificate at once, and rates it', async ({ page, home, service, consent, provider, form, review, decision, rating, applications }) => {
  await home.open({ person: 'lin' });
  await axe(page);
  await home.find('无犯罪');
  await service.shown();
  await axe(page);
  await service.next();
  await consent.shown();
  await axe(page);
  await consent.agree('face');
  await provider.settle('success', 'lin');
  await form.filled();
  await expect(page).toHaveURL(/\/services\/no-criminal-record\/form$/);
  await axe(page);
  await fitsTheScreen(page);
  await form.answer('/purpose', STUDY);
  await form.answer('/delivery', BY_MAIL);
  await form.next();
  await review.shown();
  await axe(page);
  await review.next();
  expect(await decision.settled()).toMatchObject({ failed: 0, unsure: 0 });
  await expect(decision.main).toContainText('证明已开具');
  await axe(page);
  const address = page.url();
  await decision.next();
  await rating.choose(5);
  await axe(page);
  await rating.next();
  await expect(rating.main).toContainText('5');
  await axe(page);

  await page.goto('/applications');
  await applications.shown();
  await axe(page);
  await applications.main.getByRole('listitem').getByRole('link').first().click();
  await expect(page).toHaveURL(address);
  await decision.shown();
});

test('tang is refused with the reasons, and says what to mend', async ({ page, home, service, consent, handoff, form, review, decision, rating }) => {
  await home.open({ person: 'tang' });
  await home.find('无犯罪');
  await service.next();
  await consent.agree('sms');
  await handoff.shown();
  await axe(page);
  await handoff.bySms('166 0000 0077');
  await form.filled();
  await form.answer('/purpose', WORK);
  await form.answer('/delivery', BY_MAIL);
  await form.answer('/email', 'tang@example.com');
  await form.next();
  await review.next();
  const rules = await decision.settled();
  expect(rules.failed).toBeGreaterThan(0);
  await expect(decision.main).toContainText('不能出具证明');
  await axe(page);
  await decision.next();
  await rating.choose(2);
  await axe(page);
  await fitsTheScreen(page);
  await rating.next();
  await expect(rating.main).toContainText('2');
});

test('chan is handed to a person, with a day', async ({ page, home, service, consent, provider, form, review, decision }) => {
  await home.open({ person: 'chan', lang: 'zh-Hant' });
  await home.find('無犯罪');
  await service.next();
  await consent.agree('face');
  await provider.settle('success', 'chan');
  await form.filled();
  await axe(page);
  await form.answer('/purpose', WORK);
  await form.answer('/delivery', BY_MAIL);
  await form.next();
  await review.next();
  const rules = await decision.settled();
  expect(rules).toMatchObject({ failed: 0 });
  expect(rules.unsure).toBeGreaterThan(0);
  await axe(page);
});

test('the same program does another service from its data alone', async ({ page, home, service, consent, provider, form, review, decision }) => {
  await home.open({ person: 'lin', lang: 'en' });
  await home.find('car');
  await service.next();
  await consent.agree('face');
  await provider.settle('success', 'lin');
  await form.filled();
  await axe(page);
  await form.answer('/declaration', true);
  await form.next();
  await review.next();
  expect(await decision.settled()).toMatchObject({ failed: 0, unsure: 0 });
  await axe(page);
});

for (const [outcome, sentence] of [['cancelled', '取消'], ['timeout', '超时'], ['3003', '后台'], ['3004', '摄像头']]) {
  test(`a check that ends with ${outcome} is told in words, with a way on`, async ({ page, home, service, consent, provider, handoff }) => {
    await home.open({ person: 'lin' });
    await home.find('无犯罪');
    await service.next();
    await consent.agree('face');
    await provider.settle(outcome, 'lin');
    await handoff.shown();
    await expect(handoff.main).toContainText(sentence);
    await axe(page);
    await handoff.next();
    await consent.shown();
  });
}

test('a forged return is refused in words, and gives nothing', async ({ page, home, service, consent, provider, handoff, form }) => {
  await home.open({ person: 'lin' });
  await home.find('无犯罪');
  await service.next();
  await consent.agree('face');
  await provider.shown();
  await page.goto('/handoff?session=guess&state=guessguessguess0&code=guess');
  await handoff.shown();
  await expect(handoff.main.getByRole('alert')).toBeVisible();
  await axe(page);
  await page.goto('/services/no-criminal-record/form');
  await form.shown();
  await expect(form.field('/purpose')).toHaveCount(0);
});
