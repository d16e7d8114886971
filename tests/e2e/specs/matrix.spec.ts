// Every way of proving who one is, and every way in which it can end: told in its own words, with a way on, and without giving anything.
//
// Where each is held. Specs run over HTTP against the reference backend; `n:` is tests/native, `w:` tests/wasm. A dash: it cannot happen there.
//
// |             | redirect     | account (OIDC) | this device     | another device    | wrapper     | SMS          | password     | guardian        |
// |-------------|--------------|----------------|-----------------|-------------------|-------------|--------------|--------------|-----------------|
// | done        | journeys     | account        | passkey         | elsewhere         | ways, host  | level, ways  | level, ways  | guardian        |
// | failed, by  | here         | account        | passkey (no key)| n:demo_device_    | ways        | here (wrong  | level (wrong | guardian (no    |
// | each code   | n:demo_prov. | n:demo_oidc    | n:passkeys      | links, elsewhere  |             | code, 5 of)  | word, 5 of)  | guardian)       |
// | cancelled   | here         | account        | passkey         | elsewhere         | host        | here (1)     | level (1)    | guardian        |
// | expired     | here         | account        | ways            | elsewhere         | ways        | ways         | ways         | n:demo_guardian |
// | interrupted | here         | account        | ways            | elsewhere         | ways        | ways         | ways         | - (2)           |
// | offline     | here         | account        | ways            | elsewhere         | ways        | ways         | ways         | guardian        |
// | tab closed  | here         | account        | ways            | elsewhere         | ways        | here, ways   | ways         | - (2)           |
// | forged      | here         | account        | ways, n:passkeys| elsewhere         | host        | ways         | ways         | guardian (guess)|
// | replay      | here         | account        | ways            | elsewhere         | ways        | ways         | ways         | guardian        |
// | wrong person| here, level  | account        | ways            | n:demo_levels (3) | ways, level | n:demo_sms(3)| n:demo_pw.(3)| guardian        |
// | double      | here         | account        | ways            | elsewhere         | ways        | ways         | ways         | guardian        |
//
// (1) Nobody cancels what is answered in the app but by choosing another way.
// (2) The question stands at the backend and hangs on no tab: the child begins the check anew, and what the guardian said holds.
// (3) At the start whoever passes is who it is, and the form is theirs; a step-up, where it matters, takes none of these ways but a face that
//     a phone looks at, and that is held to its person like any other.
// Each reason has its own words and next step, in three languages: w:handoff, each_way_of_not_passing_has_its_own_words….
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { ConsentPage } from '../pages/consent';
import { HandoffPage } from '../pages/handoff';

const CONSENT = '/services/no-criminal-record/consent';
const FORM = '/services/no-criminal-record/form';

/** Nobody is verified: the form asks nothing. */
const gaveNothing = async (page: Page) => {
  await page.goto(FORM);
  await expect(page.locator('main[data-page="form"]')).toBeVisible();
  await expect(page.locator('[data-action="primary"]').first()).toBeVisible();
  await expect(page.locator('[data-field]')).toHaveCount(0);
};

/** How a provider's check can end, in its own codes where it has one; the word that tells it from the others, and whether the windows are shown too. */
const ENDS: [string, string, boolean][] = [
  ['cancelled', '取消', false],
  ['timeout', '超时', false],
  ['3003', '后台', false],
  ['3004', '摄像头权限', false],
  ['3001', '不能录像', false],
  ['1002', '本人在镜头前', false],
  ['2006', '姓名和证件号码', false],
  ['2016', '证件照片', true],
  ['16', '次数太多', true],
  ['failed:source_down', '数据源', false],
  ['failed:no_photo', '没有您的照片', true],
  ['failed:guardian_needed', '监护人', true],
];

test('a provider’s check that does not pass is told by its reason, with a way on, and gives nothing', async ({ page, consent, provider, handoff }) => {
  await page.goto(CONSENT);
  for (const [outcome, sentence, windows] of ENDS) {
    await test.step(outcome, async () => {
      await consent.agree('face');
      // Tries are counted by person, for all tests together: nobody else is him.
      await provider.settle(outcome, 'luo');
      await expect(handoff.main.getByRole('alert')).toContainText(sentence);
      await expect(handoff.main.locator('.mb-wayout')).toHaveCount(windows ? 1 : 0);
      expect(new URL(page.url()).search).toBe('');
      await axe(page);
      await fitsTheScreen(page);
      // The way on leads to the choice of ways.
      await handoff.next();
      await consent.shown();
    });
  }
  await gaveNothing(page);
});

test('a check that passed while nobody could be asked counts as soon as somebody can', async ({ page, consent, provider, handoff, form }) => {
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.shown();
  // The embedded backend stands in the page and cannot be cut off: there the journey is what is walked.
  const cut = '**/api/identity-sessions/*/confirm';
  const embedded = !(await (await page.request.get('/config.json')).json()).backend;
  await page.route(cut, (route) => route.abort('internetdisconnected'));
  await provider.settle('success', 'chan');
  if (!embedded) {
    await expect(handoff.main.getByRole('alert')).toBeVisible();
    await axe(page);
    await page.unroute(cut);
    await handoff.main.locator('[data-action="retry"]').click();
  }
  await form.filled();
  await expect(page).toHaveURL(FORM);
});

test('a return that opens in another tab, the first one being closed, is not believed', async ({ page, context, consent, provider }) => {
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.shown();
  const came = page.waitForRequest((request) => request.isNavigationRequest() && request.url().includes('/handoff?'));
  await provider.settle('success', 'mueller');
  const address = (await came).url();
  await page.close();
  const other = await context.newPage();
  await other.goto(address);
  const handoff = new HandoffPage(other);
  await expect(handoff.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
  expect(new URL(other.url()).search).toBe('');
  await axe(other);
  await handoff.next();
  await expect(other.locator('main[data-page="home"]')).toBeVisible();
});

test('a tab that is closed at the provider’s leaves a check that can be begun again', async ({ page, context, consent, provider }) => {
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.shown();
  await page.close();
  const again = await context.newPage();
  await again.goto('/handoff');
  await expect(new HandoffPage(again).main).toContainText('没有正在进行的核验');
  await axe(again);
  await again.goto(CONSENT);
  await new ConsentPage(again).shown();
});

for (const [forged, make] of [
  ['nothing that was begun here', () => '/handoff?session=guess&state=guessguessguess0&code=guess'],
  ['the right check with the wrong state', (id: string) => `/handoff?session=${id}&state=guessguessguess0&code=guess`],
] as const) {
  test(`a forged return is refused in words, and gives nothing: ${forged}`, async ({ page, consent, provider, handoff }) => {
    await page.goto(CONSENT);
    await consent.agree('face');
    await provider.shown();
    await page.goto('/robots.txt');
    const id = await page.evaluate(() => JSON.parse(sessionStorage.getItem('miaoban.handoff') ?? '{}').session ?? '');
    expect(id).not.toBe('');
    await page.goto(make(id));
    await expect(handoff.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
    await axe(page);
    await gaveNothing(page);
  });
}

test('the right check and state with a code that nobody was given are refused by the backend', async ({ page, consent, provider, handoff }) => {
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.shown();
  await page.route('**/handoff?**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>held</title>' }));
  await provider.settle('success', 'he');
  await expect(page).toHaveTitle('held');
  const address = new URL(page.url());
  await page.unroute('**/handoff?**');
  address.searchParams.set('code', 'a-code-of-somebody-else');
  await page.goto(address.href);
  await expect(handoff.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
  await gaveNothing(page);
});

test('a return that comes a second time, and a provider’s page gone back to, open nothing again', async ({ page, consent, provider, handoff, form }) => {
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.shown();
  const there = page.url();
  const came = page.waitForRequest((request) => request.isNavigationRequest() && request.url().includes('/handoff?'));
  await provider.settle('success', 'wen');
  const address = (await came).url();
  await form.filled();
  await page.goto(address);
  await expect(handoff.main.getByRole('alert')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await page.goto(there);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个核验链接已经失效');
});

test('when somebody else passes the check, the form is theirs, and nothing of the first person is there', async ({ page, home, consent, provider, form }) => {
  await home.open({ person: 'lin' });
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.settle('success', 'gao');
  await form.filled();
  await expect(form.main).not.toContainText('林');
  expect(await form.main.locator('input').evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value).join(' '))).not.toMatch(/林知予|440304199207163128/);
});

test('a code by SMS that is wrong five times ends the check, and another way is open', async ({ page, consent, handoff }) => {
  await page.goto(CONSENT);
  await consent.agree('sms');
  await handoff.shown();
  await handoff.main.locator('[data-field="/phone"] input').fill('16600000022');
  await handoff.primary.click();
  const code = handoff.main.locator('[data-field="/code"]');
  await code.waitFor();
  const told = /(?<!\d)\d{6}(?!\d)/.exec(await handoff.main.innerText())?.[0];
  const wrong = told === '111111' ? '222222' : '111111';
  for (let tries = 1; tries < 5; tries += 1) {
    await code.locator('input').fill(wrong);
    await handoff.primary.click();
    await expect(code).toContainText(`${5 - tries}`);
  }
  await axe(page);
  await code.locator('input').fill(wrong);
  await handoff.primary.click();
  await expect(handoff.main.getByRole('alert')).toContainText('次数太多');
  await axe(page);
  await gaveNothing(page);
});

test('a check by SMS lasts over a reload, and not over a closed tab', async ({ page, context, consent, handoff }) => {
  await page.goto(CONSENT);
  await consent.agree('sms');
  await handoff.shown();
  await handoff.main.locator('[data-field="/phone"] input').fill('16600000033');
  await handoff.primary.click();
  await handoff.main.locator('[data-field="/code"] input').waitFor();
  await page.reload();
  await expect(handoff.main.locator('[data-field="/code"] input')).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto('/handoff');
  await expect(new HandoffPage(again).main).toContainText('没有正在进行的核验');
});

test('one way given up for another leaves nothing of the first', async ({ page, consent, handoff, provider, form }) => {
  await page.goto(CONSENT);
  await consent.agree('sms');
  await handoff.shown();
  await handoff.main.locator('[data-field="/phone"] input').fill('16600000022');
  await handoff.primary.click();
  await handoff.main.locator('[data-field="/code"] input').waitFor();
  await page.locator('[data-action="another-way"]').click();
  await consent.agree('face');
  await provider.settle('success', 'zhao');
  await form.filled();
});
