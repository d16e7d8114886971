// A computer whose check a phone carries out: two browsers with cookies of their own, at a backend that both reach.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { CameraPage } from '../pages/camera';
import { ConsentPage } from '../pages/consent';
import { ContinuePage } from '../pages/continue';
import { FormPage } from '../pages/form';
import { HandoffPage } from '../pages/handoff';
import { ProviderPage } from '../pages/provider';

const CONSENT = '/services/no-criminal-record/consent';

/** Opens a browser of its own, and notes the addresses of the app that it is at. */
const device = async (browser: Browser, baseURL: string | undefined, options: object): Promise<[BrowserContext, Page, string[]]> => {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  return [context, page, addresses];
};

const desktop = (browser: Browser, baseURL?: string) => device(browser, baseURL, { viewport: { width: 1280, height: 800 }, hasTouch: false });
const phone = (browser: Browser, baseURL?: string) => device(browser, baseURL, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

/** Agrees on the computer and asks for a code; reads it from the page, as a person would. */
const showCode = async (page: Page) => {
  const handoff = new HandoffPage(page);
  await page.goto(CONSENT);
  await new ConsentPage(page).agree();
  await handoff.shown();
  await expect(page.locator('[data-action="this-computer"]')).toBeVisible();
  await axe(page);
  await handoff.primary.click();
  await expect(page.getByRole('img', { name: '二维码' })).toBeVisible();
  const code = await page.locator('[data-code]').innerText();
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await axe(page);
  await fitsTheScreen(page);
  return code;
};

test('a computer shows a code, a phone does the check, and the form opens on the computer alone', async ({ browser, baseURL }) => {
  const [desk, computer, seen] = await desktop(browser, baseURL);
  const [pocket, mobile, seenThere] = await phone(browser, baseURL);
  const code = await showCode(computer);
  const here = new ContinuePage(mobile);

  // As the QR code has it; the fragment is gone before anything is asked.
  await mobile.goto(`/continue#${code.replace('-', '')}`);
  await expect(here.main).toContainText('无犯罪记录证明');
  await expect(here.main).toContainText('Chrome');
  await expect(here.main).toContainText('不是您自己发起的，请不要继续');
  expect(new URL(mobile.url()).hash).toBe('');
  await axe(mobile);
  await fitsTheScreen(mobile);
  await here.primary.click();
  const camera = new CameraPage(mobile);
  await camera.shown();
  await axe(mobile);
  await fitsTheScreen(mobile);
  await camera.skip();

  // A question of the computer gets lost meanwhile; it asks again.
  let lost = 0;
  await computer.route('**/api/identity-sessions/*', (route) => (lost++ < 4 ? route.abort('connectionreset') : route.continue()));
  const provider = new ProviderPage(mobile);
  await provider.be('lin');
  await expect(computer.locator('[data-elsewhere="opened"]')).toBeVisible({ timeout: 60_000 });
  expect(lost).toBeGreaterThan(1);
  await axe(computer);
  await provider.settle('success');
  await expect(here.main).toContainText('请回到电脑');
  await axe(mobile);
  await fitsTheScreen(mobile);

  await new FormPage(computer).filled();
  const { backend } = await (await computer.request.get('/config.json')).json();
  const session = async (page: Page) => (await (await page.request.get(`${backend}/session`)).json()).level;
  expect([await session(computer), await session(mobile)]).toEqual(['strong', 'none']);
  expect(new URL(mobile.url()).search).toBe('');
  // Ids, states and codes are opaque; nothing of the person is in any address.
  for (const address of [...seen, ...seenThere]) expect(decodeURIComponent(address)).not.toMatch(/林|\d{17}|1660000/);
  await desk.close();
  await pocket.close();
});

test('what somebody did not start they refuse on the phone, and the computer says so and offers another way', async ({ browser, baseURL }) => {
  const [desk, computer] = await desktop(browser, baseURL);
  const [pocket, mobile] = await phone(browser, baseURL);
  const code = await showCode(computer);
  const here = new ContinuePage(mobile);
  await mobile.goto('/continue');
  await here.shown();
  await axe(mobile);
  await here.enter('4F7K-0000');
  await expect(here.main.locator('[data-field="/code"]')).toHaveAttribute('data-state', 'problem');
  await here.enter(code.toLowerCase());
  await expect(here.main).toContainText('无犯罪记录证明');
  await here.refuse();
  await expect(here.main).toContainText('已经拒绝');
  await axe(mobile);
  const handoff = new HandoffPage(computer);
  await expect(handoff.main).toContainText('取消了核验', { timeout: 60_000 });
  await axe(computer);
  await handoff.primary.click();
  await new ConsentPage(computer).shown();
  await desk.close();
  await pocket.close();
});

test('a computer whose person would rather use it goes to the provider as ever', async ({ browser, baseURL }) => {
  const [desk, computer] = await desktop(browser, baseURL);
  await showCode(computer);
  await computer.locator('[data-action="cancel"]').click();
  await computer.locator('[data-action="this-computer"]').click();
  await computer.locator('main[data-page="camera"] [data-action="go-on"]').click();
  const provider = new ProviderPage(computer);
  await provider.settle('success', 'zhao');
  await new FormPage(computer).filled();
  await desk.close();
});

test('what goes wrong on the phone is told on both; a code, and a return, work once', async ({ browser, baseURL }) => {
  const [desk, computer] = await desktop(browser, baseURL);
  const [pocket, mobile] = await phone(browser, baseURL);
  const [here, handoff, provider] = [new ContinuePage(mobile), new HandoffPage(computer), new ProviderPage(mobile)];
  const open = async () => {
    const code = await showCode(computer);
    await mobile.goto(`/continue#${code.replace('-', '')}`);
    await expect(here.main).toContainText('无犯罪记录证明');
    return code;
  };
  await test.step('expired before anybody opened it', async () => {
    await open();
    await computer.goto('/handoff?fault=identity-expired');
    await expect(handoff.main.getByRole('alert')).toContainText('超时');
    await axe(computer);
    await computer.goto('/?fault=none');
  });
  await test.step('forged return', async () => {
    await mobile.goto('/continue?session=guess&state=guessguessguess0&code=guess');
    await expect(here.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
    expect(new URL(mobile.url()).search).toBe('');
    await axe(mobile);
  });
  await test.step('interrupted', async () => {
    await open();
    await here.primary.click();
    await new CameraPage(mobile).skip();
    await provider.settle('3003', 'luoyi');
    await expect(here.main).toContainText('后台');
    await expect(here.main).toContainText('请在电脑上重新开始');
    await axe(mobile);
    await expect(handoff.main.getByRole('alert')).toContainText('后台', { timeout: 30_000 });
    await axe(computer);
  });
  await test.step('the computer loaded anew, another tab of it, a second phone, and the return a second time', async () => {
    const code = await open();
    await here.primary.click();
    await new CameraPage(mobile).skip();
    await provider.be('luoyi');
    const second = await pocket.newPage();
    await new ContinuePage(second).page.goto('/continue');
    await new ContinuePage(second).enter(code);
    await expect(new ContinuePage(second).main).toContainText('已经用过');
    await second.close();
    await computer.reload();
    await expect(computer.locator('[data-elsewhere="opened"]')).toBeVisible();
    const other = await desk.newPage();
    await other.goto('/handoff');
    await expect(new HandoffPage(other).main).toContainText('没有正在进行的核验');
    await other.close();
    const came = mobile.waitForRequest((request) => request.isNavigationRequest() && request.url().includes('/continue?'));
    await provider.settle('success');
    const back = (await came).url();
    await expect(here.main).toContainText('请回到电脑');
    await mobile.goto(back);
    await expect(here.main.getByRole('alert')).toContainText('不是从您刚才的核验页面回来的');
    await new FormPage(computer).filled();
  });
  await desk.close();
  await pocket.close();
});
