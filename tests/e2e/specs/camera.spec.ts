// The camera is tried before a face check: with one that works, without one, and with one that is not allowed.
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromium as executable } from '../../../.ci/browser.mjs';
import { axe, expect, fitsTheScreen, test } from '../fixtures';
import { CameraPage } from '../pages/camera';
import { ConsentPage } from '../pages/consent';

const CONSENT = '/services/no-criminal-record/consent';

test('a camera that works is shown to the person alone, said to work, and off before they leave', async ({ baseURL }) => {
  const browser = await chromium.launch({
    executablePath: executable(),
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  try {
    const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    await page.goto(CONSENT);
    const consent = new ConsentPage(page);
    await consent.agree('face', false);
    const camera = new CameraPage(page);
    await camera.shown();
    await axe(page);
    sent.length = 0;
    await camera.primary.click();
    await expect(camera.main.getByRole('status')).toContainText('摄像头可以用');
    await expect(camera.main.locator('[data-camera="fine"], [data-camera="poor"]')).toHaveCount(1);
    const video = camera.main.locator('video');
    expect(await video.evaluate((e) => (e as HTMLVideoElement).videoWidth)).toBeGreaterThan(0);
    await axe(page);
    await fitsTheScreen(page);
    expect(sent, 'the picture goes nowhere').toEqual([]);
    // Another app in front: it goes off.
    await page.evaluate(() => {
      (window as any).track = (document.querySelector('video') as any).srcObject.getTracks()[0];
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(camera.main.locator('[data-camera="untried"]')).toHaveCount(1);
    expect(await page.evaluate(() => (window as any).track.readyState)).toBe('ended');
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: false, configurable: true }));
    await camera.primary.click();
    await expect(camera.main.getByRole('status')).toContainText('摄像头可以用');
    await camera.primary.click();
    await expect(page.locator('main[data-page="provider"]')).toBeVisible();
  } finally {
    await browser.close();
  }
});

test('a device without a camera says so, and offers another way or to go on', async ({ page, consent, camera, provider }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await page.goto(CONSENT);
  await consent.agree('face', false);
  await camera.next();
  await expect(camera.main.getByRole('alert')).toContainText('没有找到摄像头');
  await axe(page);
  await fitsTheScreen(page);
  await page.locator('[data-action="another-way"]').click();
  await consent.agree('face', false);
  await camera.skip();
  await provider.shown();
});

test('a camera that is not allowed says what to do, and can be tried again', async ({ page, consent, camera }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(CONSENT);
  await consent.agree('face', false);
  await camera.next();
  await expect(camera.main.getByRole('alert')).toContainText('没有摄像头权限');
  await expect(camera.primary).toBeEnabled();
  await axe(page);
});
