// The page before the app is there, and where it never comes.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const HOTLINE = 'a[href="tel:12345"]:visible';

test('paints before the wasm is there, in the language of the last visit', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(() => localStorage.setItem('miaoban.lang', 'en'));
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('Hello, what would you like to get done?')).toBeVisible();
  const paints = await page.evaluate(() => performance.getEntriesByType('paint').map((p) => p.name));
  expect(paints).toContain('first-contentful-paint');
  await axe(page);
  release();
  await expect(page.locator('main[data-page="home"]')).toBeVisible();
  await expect(page.locator('#shell')).toHaveCount(0);
});

test('the theme and text size of the last visit are there before anything is painted', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('miaoban.theme', 'dark');
    localStorage.setItem('miaoban.size', 'elder');
  });
  await page.route('**/start-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'elder');
  await axe(page);
  await fitsTheScreen(page);
});

for (const [lang, title] of [['zh-CN', '这个浏览器打不开秒办'], ['zh-Hant', '這個瀏覽器無法開啟秒辦'], ['en', 'This browser cannot open Miaoban']]) {
  test(`without WebAssembly it says so, and names the other ways (${lang})`, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await page.goto(`/?lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator(HOTLINE)).toHaveCount(1);
    await axe(page);
    await fitsTheScreen(page);
  });
}

test('a browser without modules is told to update', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'));
  await page.route('**/start-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '浏览器版本太旧' })).toBeVisible();
});

test.describe('when the network fails', () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test('it says so, offers to reload, and reloads by itself when the network is back', async ({ page, context }) => {
    let broken = true;
    await page.route('**/*.wasm', (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/services/no-criminal-record');
    await expect(page.getByRole('heading', { level: 1, name: '没有加载完成' })).toBeVisible();
    await expect(page.getByRole('link', { name: '重新加载' })).toBeVisible();
    await axe(page);
    await context.setOffline(true);
    broken = false;
    await context.setOffline(false);
    await expect(page.locator('main[data-page="service"]')).toBeVisible();
  });

  test('wasm that the browser does not understand is an old browser, not a bad network', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'no wasm' }));
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: '浏览器版本太旧' })).toBeVisible();
  });
});

for (const [what, FILE] of [['program', '**/split_applying-*.wasm'], ['stylesheet', '**/applying-*.css']]) test.describe(`when the ${what} of the application pages does not come`, () => {
  test.use({ tolerated: [/Failed to load resource|Failed to fetch|HTTP status code is not ok|did not come/] });

  test('it says so in words, keeps the focus on the page, and a retry brings it', async ({ page, service, consent }) => {
    let broken = true;
    await page.route(FILE, (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/services/no-criminal-record?person=lin');
    await service.next();
    const opening = page.locator('main[data-page="opening"]');
    await expect(opening.getByText('请检查网络后重试')).toBeVisible();
    await expect(opening).toBeFocused();
    await axe(page);
    await fitsTheScreen(page);
    broken = false;
    await opening.locator('[data-action="retry"]').click();
    await consent.shown();
    await expect(consent.main).toBeFocused();
  });

  test('a file that a newer version has renamed is found by a reload', async ({ page, service, consent }) => {
    let gone = true;
    await page.route(FILE, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue()));
    await page.goto('/services/no-criminal-record?person=lin');
    await service.next();
    await expect(page.locator('main[data-page="opening"] [data-action="retry"]')).toBeVisible();
    page.once('framenavigated', () => (gone = false));
    await page.locator('[data-action="retry"]').click();
    await consent.shown();
  });
});

test('a first visit downloads nothing of the application pages', async ({ page }) => {
  const parts: string[] = [];
  page.on('request', (request) => {
    if (/\.wasm$|applying-.*\.css$/.test(request.url())) parts.push(new URL(request.url()).pathname);
  });
  await page.goto('/');
  await expect(page.locator('main[data-page="home"]')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(parts).toHaveLength(1);
  await page.goto('/services/no-criminal-record');
  await expect.poll(() => parts.some((path) => path.includes('split_applying'))).toBe(true);
  await expect.poll(() => parts.some((path) => path.endsWith('.css'))).toBe(true);
});

test('what a first visit shows is dressed by the first stylesheet alone', async ({ page }) => {
  await page.goto('/');
  const loader = await page.locator('meta[name="app-module"]').getAttribute('content');
  const [sheet] = /applying-[0-9a-f]+\.css/.exec(await (await page.request.get(loader ?? '')).text()) ?? [];
  const later = new Set((await (await page.request.get(`/${sheet}`)).text()).match(/\.mb-[\w-]+/g));
  const undressed = () =>
    page.evaluate((names) => {
      const rules = [...document.styleSheets].filter((s) => !s.href?.includes('/applying-')).flatMap((s) => [...s.cssRules].map((rule) => rule.cssText)).join('\n');
      const first = rules.match(/\.mb-[\w-]+/g) ?? [];
      const worn = new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]).map((name) => `.${name}`));
      return [...worn].filter((name) => names.includes(name) && !first.includes(name));
    }, [...later]);
  await page.goto('/?person=lin');
  await page.locator('.mb-display').click();
  await expect(page.locator('dialog[open]')).toBeVisible();
  expect(await undressed()).toEqual([]);
  for (const path of ['/services/no-criminal-record', '/applications', '/nothing']) {
    await page.goto(path);
    await expect(page.locator('main[data-page]')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await undressed()).toEqual([]);
  }
});

test('a panic shows an overlay that takes the focus and offers to reload', async ({ page }) => {
  await page.goto('/?lang=en');
  await expect(page.locator('main[data-page="home"]')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('miaoban:panic')));
  const overlay = page.getByRole('alertdialog', { name: 'The page has stopped' });
  await expect(overlay).toBeVisible();
  await expect(overlay.getByRole('link', { name: 'Reload' })).toBeFocused();
  await expect(page.locator('#app')).toHaveAttribute('inert', '');
  await axe(page);
  await overlay.getByRole('link', { name: 'Reload' }).click();
  await expect(page.locator('main[data-page="home"]')).toBeVisible();
  await expect(overlay).toBeHidden();
});

test.describe('a trap that is no panic', () => {
  test.use({ tolerated: [/unreachable|stack/i] });

  for (const how of ['thrown', 'in a promise']) {
    test(`shows the overlay too: ${how}`, async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('main[data-page="home"]')).toBeVisible();
      await page.evaluate((way) => {
        const trap = () => {
          throw new WebAssembly.RuntimeError('unreachable');
        };
        if (way === 'thrown') setTimeout(trap);
        else void Promise.resolve().then(trap);
      }, how);
      await expect(page.getByRole('alertdialog')).toBeVisible();
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it says so in three languages, and names the other ways', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('noscript h1')).toBeVisible();
    const words = await page.locator('noscript').innerText();
    for (const part of ['请打开浏览器的 JavaScript', '秒辦需要 JavaScript', 'Miaoban needs JavaScript']) expect(words).toContain(part);
    await expect(page.locator(HOTLINE)).toHaveCount(1);
  });
});

test('nothing but the app\'s own origin is asked for anything', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto('/');
  await expect(page.locator('main[data-page="home"]')).toBeVisible();
  expect(foreign).toEqual([]);
});

test('an address that does not exist is a page that helps', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.locator('main[data-page]')).toBeVisible();
  await axe(page);
});
