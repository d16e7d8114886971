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

/** Everything that the browser keeps: the address, each entry of the history, both storages. */
const kept = async (context: BrowserContext, page: Page) => {
  const devtools = await context.newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  return [page.url(), ...entries.flatMap(({ url, userTypedURL }) => [url, userTypedURL]), storage].join('\n');
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

test('an account opens the form, and nothing of the way stays behind', async ({ page, context, consent, account, form, handoff }) => {
  await page.goto(CONSENT);
  await consent.shown();
  await axe(page);
  const { request, returned } = await depart(page, consent);
  expect(Object.fromEntries(request)).toMatchObject({ response_type: 'code', client_id: 'miaoban', scope: 'openid', code_challenge_method: 'S256' });
  expect(request.get('redirect_uri')).toBe(new URL('/handoff', page.url().includes('sign-in') ? (request.get('redirect_uri') ?? '') : page.url()).href);
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

test('the form is a page away from the consent in the history, not from the provider', async ({ page, consent, account, form }) => {
  await depart(page, consent);
  await account.signIn('account-gao');
  await form.filled();
  await page.reload();
  await form.filled();
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

/** Signs in, and changes the address of the way back before the app sees it. */
const tampered = async (page: Page, consent: ConsentPage, account: AccountPage, change: (back: URL) => void) => {
  await depart(page, consent);
  let first = true;
  await page.route(/\/handoff\?/, (route) => {
    if (!first) return route.continue();
    first = false;
    const back = new URL(route.request().url());
    change(back);
    return route.fulfill({ status: 302, headers: { Location: back.href } });
  });
  await account.signIn('account-gao');
};

for (const [what, change] of [
  ['a state that somebody made up', (back: URL) => back.searchParams.set('state', 'c3RhdGUtb2Ytc29tZWJvZHk')],
  ['another issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
  ['no issuer', (back: URL) => back.searchParams.delete('iss')],
  ['a code that was made up', (back: URL) => back.searchParams.set('code', 'made-up')],
] as const) {
  test(`${what} is refused in words and signs nobody in`, async ({ page, consent, account, handoff }) => {
    await tampered(page, consent, account, change);
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
  const stopped = new Promise<string>((done) => {
    void other.route(/\/handoff\?/, async (route) => {
      done(new URL(route.request().url()).searchParams.get('code') ?? '');
      await route.abort();
    });
  });
  await new AccountPage(other).signIn('account-tang').catch(() => undefined);
  const code = await stopped;
  expect(code).toBeTruthy();

  await tampered(page, consent, account, (back) => back.searchParams.set('code', code));
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
