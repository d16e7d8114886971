// The demo provider's own page, as it stands on the app's origin: the task and the outcome travel through local storage.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const RETURN = '/handoff?session=s1&state=abcdefghijklmnop';

const task = (more: object = {}) => ({
  status: 'opened',
  service_name: '无犯罪记录证明',
  method: 'face',
  lang: 'zh-CN',
  expires_at: new Date(Date.now() + 600_000).toISOString(),
  people: [{ id: 'lin', name: '林知予', label: '深圳户籍，资料齐全' }, { id: 'tang', name: '唐远舟', label: '有一条记录' }],
  person: 'lin',
  code: 'c0de',
  provider: 'E证通',
  codes: [{ code: '3003', reason: 'interrupted' }, { code: '3004', reason: 'no_camera' }],
  ...more,
});

test.beforeEach(async ({ page, baseURL }) => {
  // The way back leads to a page that only says that it was reached.
  await page.route('**/handoff?**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>back</title>' }));
  await page.goto('/robots.txt');
  await page.evaluate((address) => sessionStorage.setItem('return', address), new URL(RETURN, baseURL).href);
});

const open = async (page: import('@playwright/test').Page, found: object, query = '') => {
  await page.evaluate((t) => {
    localStorage.setItem('miaoban.demo.ticket.t1', JSON.stringify({ return_url: sessionStorage.getItem('return'), ...t }));
  }, found);
  await page.goto(`/demo/provider/?ticket=t1${query}`);
};

const outcome = (page: import('@playwright/test').Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('miaoban.demo.outcome.t1') ?? 'null'));

for (const wanted of ['success', 'cancelled', 'timeout', '3003', '3004', 'failed:guardian_needed']) {
  test(`leaves the outcome ${wanted} and goes back with the code`, async ({ page, provider }) => {
    await open(page, task());
    await provider.settle(wanted, 'tang');
    await page.waitForURL('**/handoff?**');
    expect(new URL(page.url()).search).toBe('?session=s1&state=abcdefghijklmnop&code=c0de');
    expect(await outcome(page)).toEqual({ person: 'tang', outcome: wanted });
  });
}

for (const broken of [{ expires_at: '2020-01-01T00:00:00Z' }, { status: 'done' }]) {
  test(`a ticket that is over says so: ${Object.keys(broken)}`, async ({ page }) => {
    await open(page, task(broken));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个核验链接已经失效');
  });
}

test('an address that is no web address is not followed', async ({ page }) => {
  await open(page, task({ return_url: 'javascript:alert(1)' }));
  await page.locator('[data-outcome="success"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个核验链接已经失效');
});

test('every outcome can be reached in every language', async ({ page }) => {
  for (const [lang, title] of [['zh-CN', '示范身份核验平台'], ['zh-Hant', '示範身份核驗平台'], ['en', 'Demo Identity Check']]) {
    await open(page, task({ lang }));
    await expect(page).toHaveTitle(title);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await expect(page.locator('[data-outcome]')).toHaveCount(14);
  }
});

for (const query of ['', '&theme=dark', '&size=elder', '&lang=en']) {
  test(`is accessible: ${query}`, async ({ page, provider }) => {
    await open(page, task(), query);
    await provider.shown();
    await axe(page);
    await fitsTheScreen(page);
    const small = await page.locator('button, select, input').evaluateAll((all) => all.filter((e) => e.getBoundingClientRect().height < 44).length);
    expect(small, 'targets under 44 px').toBe(0);
  });
}
