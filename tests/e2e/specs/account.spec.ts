// An account of another site, by OpenID Connect: a certified provider beside the reference backend, the code flow with PKCE, and what must not come of it.
import type { BrowserContext, Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { AccountPage } from '../pages/account';
import { ConsentPage } from '../pages/consent';

const SERVICE = 'no-criminal-record';
const CONSENT = `/services/${SERVICE}/consent`;

const level = async (page: Page) => {
  const { backend } = await (await page.request.get('/config.json')).json();
  return (await (await page.request.get(`${backend}/session`)).json()).level;
};

/** Everything that the browser keeps of the app: the address, each entry of the history (how it was reached, too, where it is the app's), both storages. */
const kept = async (context: BrowserContext, page: Page) => {
  const devtools = await context.newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  const { origin } = new URL(page.url());
  const reached = entries.filter(({ url }) => url.startsWith(origin)).map(({ userTypedURL }) => userTypedURL);
  return [page.url(), ...entries.map(({ url }) => url), ...reached, storage].join('\n');
};

/** Agrees, and goes to the provider; answers the authorisation request and notes the address that it sends the person back to. */
const depart = async (page: Page, consent: ConsentPage) => {
  const requested = page.waitForRequest(/\/auth\?/);
  const returned = { url: '' };
  page.on('request', (request) => {
    if (request.isNavigationRequest() && /\/handoff\?/.test(request.url())) returned.url = request.url();
  });
  await page.goto(CONSENT);
  await consent.agree('account');
  return { request: new URL((await requested).url()).searchParams, returned };
};

test('an account opens the form, and nothing of the way stays behind', async ({ page, context, baseURL, consent, account, form, handoff }) => {
  await page.goto(CONSENT);
  await consent.shown();
  await axe(page);
  const { request, returned } = await depart(page, consent);
  expect(Object.fromEntries(request)).toMatchObject({ response_type: 'code', client_id: 'miaoban', scope: 'openid', code_challenge_method: 'S256' });
  expect(request.get('redirect_uri')).toBe(`${baseURL}/handoff`);
  await account.signIn('account-gao');
  await form.filled();
  await expect(page).toHaveURL(/\/services\/no-criminal-record\/form$/);
  expect(await level(page)).toBe('verified');
  await axe(page);
  await fitsTheScreen(page);

  const back = new URL(returned.url).searchParams;
  expect([...back.keys()].sort()).toEqual(['code', 'iss', 'state']);
  expect(back.get('state')).toBe(request.get('state'));
  const left = await kept(context, page);
  for (const secret of [back.get('code'), back.get('state'), request.get('nonce')]) expect(left).not.toContain(secret ?? 'missing');

  // Going to the return address again, as a history or a link would.
  await page.goto(returned.url);
  await expect(handoff.main).toContainText('没有被接受');
  await expect(page).toHaveURL(/\/handoff$/);
  await axe(page);
});

test('a sign-in that is cancelled is told as such, with a way on', async ({ page, context, consent, account, handoff }) => {
  const { returned } = await depart(page, consent);
  await account.cancel();
  await expect(handoff.main).toContainText('取消了核验');
  await expect(page).toHaveURL(/\/handoff$/);
  expect(new URL(returned.url).searchParams.get('error')).toBe('access_denied');
  expect(await kept(context, page)).not.toContain(new URL(returned.url).searchParams.get('state') ?? 'missing');
  await axe(page);
  await fitsTheScreen(page);
  await handoff.next();
  await consent.shown();
  expect(await level(page)).not.toBe('verified');
});

/** Signs in as the page would, and answers the way back before the app sees it. */
const wayBack = async (page: Page, account: AccountPage, name: string) => {
  await account.shown();
  let answer = await page.request.post(page.url(), { form: { account: name, go: 'in' }, maxRedirects: 0 });
  const next = () => new URL(answer.headers().location, answer.url());
  while (next().pathname !== '/handoff') answer = await page.request.get(next().href, { maxRedirects: 0 });
  expect(next().searchParams.get('code')).toBeTruthy();
  return next();
};

for (const [what, change] of [
  ['a state that somebody made up', (back: URL) => back.searchParams.set('state', 'c3RhdGUtb2Ytc29tZWJvZHk')],
  ['another issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
  ['no issuer', (back: URL) => back.searchParams.delete('iss')],
  ['a code that was made up', (back: URL) => back.searchParams.set('code', 'made-up')],
] as const) {
  test(`${what} is refused in words and signs nobody in`, async ({ page, consent, account, handoff }) => {
    await depart(page, consent);
    const back = await wayBack(page, account, 'account-gao');
    change(back);
    await page.goto(back.href);
    await expect(handoff.main).toContainText('没有被接受');
    await expect(page).toHaveURL(/\/handoff$/);
    expect(await level(page)).not.toBe('verified');
    await axe(page);
    await handoff.next();
    await consent.shown();
  });
}

test('the code of somebody else, slipped into the way back, signs nobody in', async ({ browser, baseURL, page, consent, account, handoff }) => {
  // Somebody signs in with an account of their own, and keeps the code for another.
  const foreign = await browser.newContext({ baseURL });
  const other = await foreign.newPage();
  await depart(other, new ConsentPage(other));
  const theirs = await wayBack(other, new AccountPage(other), 'account-tang');

  await depart(page, consent);
  const back = await wayBack(page, account, 'account-gao');
  back.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  await page.goto(back.href);
  await expect(handoff.main).toContainText('没有被接受');
  expect(await level(page)).not.toBe('verified');
  await foreign.close();
});

test('an account that the city does not know is told, and offers another way', async ({ page, consent, account, handoff }) => {
  await depart(page, consent);
  await account.signIn('account-of-nobody');
  await expect(handoff.main).toContainText('没有通过');
  expect(await level(page)).not.toBe('verified');
  await axe(page);
  await handoff.next();
  await consent.shown();
});

test('what its provider says instead of a code, a check that took too long, and one that was left are told, and another account can be chosen', async ({ page, consent, account, handoff, form, applications }) => {
  for (const [error, sentence] of [['temporarily_unavailable', '数据源'], ['server_error', '数据源'], ['invalid_scope', '没有通过']]) {
    await test.step(error, async () => {
      const { request } = await depart(page, consent);
      await account.shown();
      const said = new URLSearchParams({ error, state: request.get('state') ?? '', iss: new URL(page.url()).origin });
      await page.goto(`/handoff?${said}`);
      await expect(handoff.main.getByRole('alert')).toContainText(sentence);
      await expect(page).toHaveURL(/\/handoff$/);
      await axe(page);
    });
  }
  await test.step('expired', async () => {
    await depart(page, consent);
    const back = await wayBack(page, account, 'account-he');
    await page.goto(`${back.href}&fault=identity-expired`);
    await expect(handoff.main.getByRole('alert')).toContainText('超时');
    expect(await level(page)).not.toBe('verified');
    await page.goto('/?fault=none');
  });
  await test.step('tab closed and reopened', async () => {
    await depart(page, consent);
    const back = await wayBack(page, account, 'account-he');
    const other = await page.context().newPage();
    await other.goto(back.href);
    await expect(other.locator('main[data-page="handoff"]')).toContainText('没有被接受');
    await other.close();
    expect(await level(page)).not.toBe('verified');
  });
  await test.step('interrupted, and offline while away', async () => {
    await depart(page, consent);
    await account.shown();
    await page.goto('/handoff');
    await expect(handoff.main).toContainText('还没有完成核验');
    await axe(page);
    await handoff.next();
    const cut = '**/api/identity-sessions/*/confirm';
    await page.route(cut, (route) => route.abort('internetdisconnected'));
    await account.signIn('account-he');
    await expect(handoff.main.getByRole('alert')).toBeVisible();
    expect(await level(page)).not.toBe('verified');
    await page.unroute(cut);
    await handoff.main.locator('[data-action="retry"]').click();
    await form.filled();
  });
  await test.step('somebody else is signed in at the provider', async () => {
    await page.goto('/applications');
    await applications.signOut();
    await depart(page, consent);
    // Asked anew, and not let through as the last one.
    await account.signIn('account-wen');
    await form.filled();
    await expect(form.main).not.toContainText('何');
  });
});
