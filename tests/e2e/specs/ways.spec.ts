// What can happen on the way by code, password, this device and a wrapper, over HTTP: the part of the table in matrix.spec.ts that is theirs.
import { randomUUID } from 'node:crypto';
import type { Page, Request } from '@playwright/test';
import { Device } from '../device';
import { axe, expect, test } from '../fixtures';
import type { ConsentPage } from '../pages/consent';
import { HandoffPage } from '../pages/handoff';

const CONSENT = '/services/no-criminal-record/consent';
const CONFIRM = '**/api/identity-sessions/*/confirm';
const isConfirm = (request: Request) => request.method() === 'POST' && request.url().endsWith('/confirm');

const api = async (page: Page) => (await (await page.request.get('/config.json')).json()).backend as string;
const level = async (page: Page) => (await (await page.request.get(`${await api(page)}/session`)).json()).level;

/** Every confirmation that the page sends. */
const confirmations = (page: Page) => {
  const sent: Request[] = [];
  page.on('request', (request) => isConfirm(request) && sent.push(request));
  return sent;
};

/** Sends it once more, as whoever has recorded it would. */
const replay = async (page: Page, request: Request) => {
  const { 'x-requested-with': by, origin } = await request.allHeaders();
  const answer = await page.request.post(request.url(), { data: request.postDataJSON(), headers: { 'X-Requested-With': by, ...(origin && { Origin: origin }) } });
  return (await answer.json()).type as string;
};

/** What can happen to a check that is answered in the app, until it passes: `answer` passes it as somebody. */
const walk = async (page: Page, consent: ConsentPage, agree: () => Promise<void>, answer: (handoff: HandoffPage) => Promise<void>) => {
  const handoff = new HandoffPage(page);
  const begin = async () => {
    await page.goto(`${CONSENT}?fault=none`);
    await agree();
    await handoff.shown();
  };
  await test.step('expired', async () => {
    await begin();
    await page.goto('/handoff?fault=identity-expired');
    await expect(handoff.main.getByRole('alert')).toContainText('超时');
    await axe(page);
    await handoff.next();
    await consent.shown();
  });
  await test.step('tab closed and reopened', async () => {
    await begin();
    const again = await page.context().newPage();
    await again.goto('/handoff');
    await expect(new HandoffPage(again).main).toContainText('没有正在进行的核验');
    await again.close();
  });
  await test.step('forged return', async () => {
    await page.goto('/handoff?session=guess&state=guessguessguess0&code=123456');
    await expect(handoff.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
    expect(await level(page)).toBe('none');
  });
  await test.step('interrupted by a reload, and offline while away', async () => {
    await begin();
    await page.reload();
    await handoff.shown();
    const sent = confirmations(page);
    await page.route(CONFIRM, (route) => route.abort('internetdisconnected'));
    await answer(handoff).catch(() => {});
    await expect(handoff.main.locator('.mb-notice--bad')).toBeVisible();
    await axe(page);
    expect(await level(page)).toBe('none');
    expect(sent.length).toBeGreaterThan(0);
    await page.unroute(CONFIRM);
  });
};

test('a code by SMS', async ({ page, consent, form }) => {
  const phone = '16600000088';
  await walk(page, consent, () => consent.agree('sms'), async (handoff) => {
    await handoff.main.locator('[data-field="/phone"] input').fill(phone);
    await handoff.primary.click();
  });
  const handoff = new HandoffPage(page);
  const sent = confirmations(page);
  await handoff.primary.click();
  const code = handoff.main.locator('[data-field="/code"] input');
  await code.fill(/(?<!\d)\d{6}(?!\d)/.exec(await (async () => { await code.waitFor(); return handoff.main.innerText(); })())?.[0] ?? '');
  // Pressed twice, it is answered once.
  await handoff.primary.dblclick();
  await form.filled();
  expect(sent).toHaveLength(2);
  expect(await replay(page, sent[1])).toContain('identity-replayed');
});

test('the password of an account', async ({ page, consent, form }) => {
  await walk(page, consent, () => consent.agree('password'), (handoff) => handoff.byPassword('gao'));
  const handoff = new HandoffPage(page);
  const sent = confirmations(page);
  await handoff.main.locator('#password').fill('Demo-2026-miaoban');
  await handoff.primary.dblclick();
  await form.filled();
  expect(sent).toHaveLength(1);
  expect(await replay(page, sent[0])).toContain('identity-replayed');
});

test('this device, and somebody else’s where it is asked to confirm', async ({ page, consent, form, passkeys, applications }) => {
  await Device.in(page);
  await page.goto('/passkeys?person=wen');
  await passkeys.next();
  await expect(passkeys.main.getByRole('status').first()).toContainText('登记好了');
  await page.goto('/applications?person=none');
  await applications.signOut();
  await walk(page, consent, () => consent.agree('device'), (handoff) => handoff.next());
  const handoff = new HandoffPage(page);
  const sent = confirmations(page);
  await handoff.primary.dblclick();
  await form.filled();
  expect(sent).toHaveLength(1);
  expect(await replay(page, sent[0])).toContain('identity-replayed');

  // Wen's device at the step-up of somebody else: told, and nothing changes.
  await page.goto('/applications/demo-he-approved?person=he');
  await expect(page.locator('main[data-page="decision"]')).toBeVisible();
  const session = await page.request.post(`${await api(page)}/identity-sessions`, {
    data: { service_id: 'no-criminal-record', method: 'device', level: 'strong', return_url: `${new URL(page.url()).origin}/handoff`, state: 'state-of-the-step-up-0' },
    headers: { 'X-Requested-With': 'miaoban', 'Idempotency-Key': randomUUID() },
  });
  expect((await session.json()).errors?.[0]?.pointer, 'a way that she has not set up').toBe('/method');
  expect(await level(page)).toBe('verified');
});

/** A wrapper that accepts; the test says how the provider ended, and what the wrapper says of it. */
const wrapper = () => {
  const all = window as unknown as Record<string, unknown>;
  all.miaobanHost = (request: { id: string; url: string }, reply: (message: unknown) => void) => {
    all.last = request;
    all.reply = reply;
    reply({ v: 1, type: 'accepted', id: request.id });
  };
};

test('a wrapper', async ({ page, consent, form, handoff }) => {
  await page.route('**/config.json', async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, host: { kind: 'function', name: 'miaobanHost' } } });
  });
  await page.addInitScript(wrapper);
  /** The provider has ended so; the one-time code that the wrapper got. */
  const settle = async (outcome: string, person: string) => {
    const url = await page.evaluate(() => (window as unknown as { last: { url: string } }).last.url);
    const ticket = new URL(url).searchParams.get('ticket');
    const answer = await page.request.post(`${await api(page)}/demo/provider/${ticket}/outcome`, {
      data: { person, outcome },
      headers: { 'X-Requested-With': 'miaoban', 'Idempotency-Key': randomUUID() },
    });
    return new URL((await answer.json()).return_url).searchParams.get('code');
  };
  const say = (message: object, times = 1) =>
    page.evaluate(([message, times]) => {
      const { last, reply } = window as unknown as { last: { id: string }; reply: (message: unknown) => void };
      for (let said = 0; said < (times as number); said += 1) reply({ v: 1, id: last.id, ...(message as object) });
    }, [message, times] as const);
  const begin = async () => {
    await page.goto(`${CONSENT}?fault=none`);
    await consent.agree('face');
    await expect(handoff.main.locator('[data-host="accepted"]')).toBeVisible();
  };
  for (const [outcome, sentence] of [['2006', '姓名和证件号码'], ['3003', '后台'], ['failed:no_photo', '没有您的照片'], ['timeout', '超时']]) {
    await test.step(outcome, async () => {
      await begin();
      const code = await settle(outcome, 'luoyi');
      await say(code ? { type: 'verified', code } : { type: 'failed' });
      await expect(handoff.main.getByRole('alert')).toContainText(sentence);
      await axe(page);
      expect(await level(page)).toBe('none');
    });
  }
  await test.step('tab closed and reopened', async () => {
    await begin();
    const again = await page.context().newPage();
    await again.goto('/handoff');
    await expect(new HandoffPage(again).main).toContainText('没有正在进行的核验');
    await again.close();
  });
  await test.step('offline while away, said twice, passed by whoever is there, and replayed', async () => {
    const code = await settle('success', 'luoyi');
    const sent = confirmations(page);
    await page.route(CONFIRM, (route) => route.abort('internetdisconnected'));
    await say({ type: 'verified', code }, 2);
    await expect(handoff.main.getByRole('alert')).toBeVisible();
    await page.unroute(CONFIRM);
    const lost = sent.length;
    await handoff.main.locator('[data-action="retry"]').click();
    await form.filled();
    expect(sent).toHaveLength(lost + 1);
    expect(await replay(page, sent[lost])).toContain('identity-replayed');
  });
});
