// The app inside another one, which checks who somebody is in place of the provider's page: done, cancelled, absent, forged, and framed.
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';

/** Serves another config.json. */
const configure = (page: Page, host: object) =>
  page.route('**/config.json', async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, host } });
  });

/** A wrapper's function: accepts, and waits until the test says what comes next. It does what a provider's own component would: it tells the (embedded) provider's server how the check ended, and has its one-time code. */
const wrapper = () => {
  const all = window as unknown as { asked: unknown[]; miaobanHost: unknown; settle: unknown; say: unknown };
  all.asked = [];
  let last: { id: string; url: string } | undefined;
  let answer: (message: unknown) => void = () => {};
  all.miaobanHost = (request: { id: string; url: string }, reply: (message: unknown) => void) => {
    all.asked.push(request);
    [last, answer] = [request, reply];
    reply({ v: 1, type: 'accepted', id: request.id });
  };
  all.say = (message: object) => answer({ v: 1, id: last?.id, ...message });
  all.settle = (outcome: string, person: string) => {
    const ticket = new URL(last?.url ?? '').searchParams.get('ticket');
    const { code } = JSON.parse(localStorage.getItem(`miaoban.demo.ticket.${ticket}`) ?? '{}');
    localStorage.setItem(`miaoban.demo.outcome.${ticket}`, JSON.stringify({ person, outcome }));
    return code as string;
  };
};

const settle = (page: Page, outcome: string, person: string) =>
  page.evaluate(([o, p]) => (window as unknown as { settle: (o: string, p: string) => string }).settle(o, p), [outcome, person]);
const say = (page: Page, message: object) => page.evaluate((m) => (window as unknown as { say: (m: object) => void }).say(m), message);

const CONSENT = '/services/no-criminal-record/consent';
const FUNCTION = { kind: 'function', name: 'miaobanHost' };

test.describe('a wrapper with a function', () => {
  test.beforeEach(async ({ page }) => {
    await configure(page, FUNCTION);
    await page.addInitScript(wrapper);
    await page.goto(CONSENT);
  });

  test('checks the person, and the form opens', async ({ page, consent, handoff, form }) => {
    await consent.agree('face');
    await expect(handoff.main.locator('[data-host="accepted"]')).toBeVisible();
    await axe(page);
    await fitsTheScreen(page);
    const [request] = await page.evaluate(() => (window as unknown as { asked: Record<string, unknown>[] }).asked);
    expect(Object.keys(request).sort()).toEqual(['id', 'session', 'type', 'url', 'v']);
    const code = await settle(page, 'success', 'lin');
    await say(page, { type: 'verified', code });
    await form.filled();
  });

  test('is cancelled, which is told with a way on', async ({ page, consent, handoff }) => {
    await consent.agree('face');
    await expect(handoff.main.locator('[data-host="accepted"]')).toBeVisible();
    await settle(page, 'cancelled', 'lin');
    await say(page, { type: 'cancelled' });
    await expect(handoff.main).toContainText('取消');
    await handoff.next();
    await consent.shown();
  });

  test('says that all is done when nothing is, and gets nothing', async ({ page, consent, handoff, form }) => {
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await consent.agree('face');
    await expect(handoff.main.locator('[data-host="accepted"]')).toBeVisible();
    await say(page, { type: 'verified', id: 'another', code: 'x' });
    await expect.poll(() => told.join()).toContain('its id is not that of the request');
    await expect(handoff.main.locator('[data-host="accepted"]')).toBeVisible();
    await say(page, { type: 'verified', code: 'made-up' });
    await expect(handoff.main.locator('[data-host]')).toHaveCount(0);
    await expect(handoff.main).toContainText('还没有完成核验');
    await page.goto('/services/no-criminal-record/form');
    await form.shown();
    await expect(form.field('/purpose')).toHaveCount(0);
  });
});

test('where no wrapper is, the person goes to the provider as always', async ({ page, consent, provider, form }) => {
  await configure(page, FUNCTION);
  await page.goto(CONSENT);
  await consent.agree('face');
  await provider.settle('success', 'lin');
  await form.filled();
});

test('a frame in a page of the agreed origin is checked by messages; another origin is not heard', async ({ page, baseURL }) => {
  const origin = 'http://localhost:4';
  await configure(page, { kind: 'message', origin });
  // As a deployment would that lets this page frame it.
  await page.route(`${baseURL}/services/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = response.headers();
    headers['content-security-policy'] = headers['content-security-policy'].replace("frame-ancestors 'none'", `frame-ancestors ${origin}`);
    await route.fulfill({ response, headers });
  });
  await page.route(`${origin}/**`, (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>wrapper</title><iframe width="340" height="600" src="${baseURL}${CONSENT}"></iframe><script>
      window.asked = [];
      addEventListener('message', (e) => { if (e.origin === '${baseURL}') { window.asked.push(e.data); e.source.postMessage({ v: 1, type: 'accepted', id: e.data.id }, e.origin); } });
    </script>`,
  }));
  await page.goto(`${origin}/`);
  const app = page.frameLocator('iframe').first();
  const face = await app.locator('input[type=radio][value="face"]').getAttribute('id');
  await app.locator(`label[for="${face}"]`).click();
  await app.locator('.mb-separate label').click();
  await app.locator('[data-action="primary"]').click();
  await expect(app.locator('[data-host="accepted"]')).toBeVisible();
  const asked = await page.evaluate(() => (window as unknown as { asked: { id: string; url: string }[] }).asked);
  expect(asked).toHaveLength(1);
  // A stranger inside the page knows the id, and is another window.
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.evaluate((id) => {
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>parent.frames[0].postMessage({ v: 1, type: 'cancelled', id: '${id}' }, '*')</script>`;
    document.body.append(stranger);
  }, asked[0].id);
  await expect.poll(() => told.join()).toContain('another origin or window');
  await expect(app.locator('[data-host="accepted"]')).toBeVisible();
  const frame = page.frames().find((f) => f.url().startsWith(baseURL ?? ''));
  const code = await frame?.evaluate((url) => {
    const ticket = new URL(url).searchParams.get('ticket');
    const { code } = JSON.parse(localStorage.getItem(`miaoban.demo.ticket.${ticket}`) ?? '{}');
    localStorage.setItem(`miaoban.demo.outcome.${ticket}`, JSON.stringify({ person: 'lin', outcome: 'success' }));
    return code as string;
  }, asked[0].url);
  await page.evaluate(([id, code, origin]) => window.frames[0].postMessage({ v: 1, type: 'verified', id, code }, origin ?? '*'), [asked[0].id, code, baseURL]);
  await expect(app.locator('main[data-page="form"] [data-field]').first()).toBeVisible();
});
