// Sessions by a token in the memory of the page, at a backend that believes nothing else.
import type { BrowserContext, Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures';

const OTHER = 6;
const BY_MAIL = 0;
const PURPOSE = '投标资格审查';

/** Everything that the backend gives and the page writes down; what was given must never be among what is written. */
const watch = (page: Page) => {
  const tokens = new Set<string>();
  const written: string[] = [];
  const carried: (string | undefined)[] = [];
  page.on('response', async (response) => {
    const token = (await response.allHeaders())['session-token'];
    if (token) tokens.add(token);
  });
  page.on('request', async (request) => {
    written.push(request.url());
    const { cookie, authorization } = await request.allHeaders();
    if (new URL(request.url()).pathname.startsWith('/api/')) carried.push(cookie);
    if (authorization) tokens.add(authorization.replace('Bearer ', ''));
  });
  page.on('console', (message) => written.push(message.text()));
  page.on('framenavigated', (frame) => written.push(frame.url()));
  return { tokens, written, carried };
};

/** What a page and its browser have kept, as text. */
const kept = async (page: Page, context: BrowserContext) => {
  const inPage = await page.evaluate(async () => {
    const all = [location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, JSON.stringify(history.state), document.documentElement.outerHTML];
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name ?? '');
      const database = await new Promise<IDBDatabase>((done) => { open.onsuccess = () => done(open.result); });
      for (const store of database.objectStoreNames) {
        const asked = database.transaction(store).objectStore(store).getAll();
        all.push(JSON.stringify(await new Promise((done) => { asked.onsuccess = () => done(asked.result); })));
      }
      database.close();
    }
    return all;
  });
  return [...inPage, JSON.stringify(await context.storageState())];
};

test('a journey by bearer token goes on after a reload in mid-form, at the same field, and the token is nowhere', async ({ page, context, home, service, consent, provider, handoff, form, review, decision }) => {
  const seen = watch(page);
  const nowhere = async () => {
    const places = [...seen.written, ...(await kept(page, context))];
    for (const token of seen.tokens) expect(places.filter((place) => place.includes(token))).toEqual([]);
  };
  await home.open();
  await home.find('无犯罪');
  await service.next();
  // The way through the provider's page: what was begun before it is confirmed without a token, and gives one.
  await consent.agree('face');
  await provider.settle('success', 'lin');
  await form.filled();
  await form.answer('/purpose', OTHER);
  const field = form.field('/purpose_other').locator('input, textarea');
  await field.fill(PURPOSE);
  await field.blur();
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  await field.focus();
  await nowhere();

  await page.reload();
  await form.shown();
  await expect(form.main).toContainText('要再核验一次');
  await axe(page);
  await page.getByRole('link', { name: '去授权与核验' }).click();
  await consent.agree('sms');
  await handoff.bySms('16600000011');
  await form.filled();
  await expect(field).toHaveValue(PURPOSE);
  await expect(field).toBeFocused();
  await nowhere();

  await form.answer('/delivery', BY_MAIL);
  await form.next();
  await review.next();
  await decision.settled();
  await nowhere();
  expect(seen.tokens.size).toBeGreaterThan(1);
  expect(seen.carried.filter(Boolean), 'cookies that went along').toEqual([]);
});

test('signing out in one tab ends the sessions of the others, which are their own', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto('/applications?person=lin');
    await expect(tab.locator('[data-action="sign-out"]')).toBeVisible();
  }
  const ended = other.waitForResponse((r) => r.request().method() === 'DELETE' && r.url().endsWith('/session'));
  await page.locator('[data-action="sign-out"]').click();
  expect((await ended).status()).toBe(204);
  await expect(other.locator('main[data-page="home"]')).toBeVisible();
});
