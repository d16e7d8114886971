// A demo service's form in a page that is not the app (`/?form=SERVICE` of the preview), by the door that scripts come in by: filled, heard
// by the page, submitted with files that the page takes.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const folder = fileURLToPath(new URL('../../../public/demo/services/', import.meta.url));
const services = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, 'utf8')).id as string);

const open = async (page: Page, query: string) => {
  await page.goto(`/?${query}`);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await expect(page.locator('.mb-form')).toBeVisible();
};

/** What the page heard last, under a name. */
const heard = async (page: Page, what: string) => {
  const line = page.locator('.pv-form__line').first();
  await expect(line).toContainText(`${what} `);
  return JSON.parse((await line.innerText()).slice(what.length));
};

const ask = async (page: Page, what: 'data()' | 'validate()') => {
  await page.getByRole('button', { name: what, exact: true }).click();
  return heard(page, what);
};

test('the list leads to every form, each filled by its sources and accessible', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/?lang=en&size=elder&theme=dark');
  const links = page.locator('.pv-list__forms a');
  await expect(links.nth(5)).toBeVisible();
  const listed = await links.allInnerTexts();
  expect(services).toEqual(expect.arrayContaining(listed));
  for (const service of listed) {
    await test.step(service, async () => {
      await open(page, `form=${service}&lang=en&size=elder&theme=dark`);
      expect(await page.locator('.mb-form [data-source]').count(), 'filled by sources').toBeGreaterThan(3);
      await axe(page);
      await fitsTheScreen(page);
      expect(Object.keys(await ask(page, 'data()')).length).toBeGreaterThan(3);
    });
  }
});

test('the page hears what is typed, and another language keeps it', async ({ page }) => {
  await open(page, 'form=no-criminal-record&person=lin&lang=en');
  const missing = (await ask(page, 'validate()')) as { pointer: string; message: string }[];
  expect(missing.map((problem) => problem.pointer)).toContain('/purpose');
  await expect(page.locator('[data-field="/purpose"]')).toHaveAttribute('data-state', 'problem');
  await page.locator('[data-field="/purpose"] select').selectOption({ index: 1 });
  const change = await heard(page, 'onChange');
  expect(change.pointer).toBe('/purpose');
  await page.locator('[data-action="display"]').click();
  await page.getByRole('radio', { name: '简体中文' }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-field="/purpose"]')).toContainText('用来做什么');
  const data = await ask(page, 'data()');
  expect([data.purpose, data.name]).toEqual([change.value, '林知予']);
  // What a source said is still the source's.
  await expect(page.locator('[data-field="/name"]')).toHaveAttribute('data-state', 'locked');
  await page.getByRole('button', { name: 'setData()' }).click();
  expect((await ask(page, 'data()')).purpose).toBe(data.purpose);
});

test('files go to the page, and what it answers is submitted', async ({ page }) => {
  await open(page, 'form=residence-permit&person=zhao&lang=en');
  const file = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgo=', 'base64') });
  await page.locator('[data-field="/photo"] input[type="file"]').setInputFiles(file('me.png'));
  expect(await heard(page, 'onChange')).toEqual({ pointer: '/photo', value: 'me.png' });
  await expect(page.locator('.pv-form__line').nth(1)).toContainText('onFile');
  await expect(page.locator('[data-field="/photo"]')).toContainText('Uploaded');
  await page.locator('[data-field="/proof_of_address"] input[type="file"]').setInputFiles(file('lease.png'));
  const choose = (pointer: string) => page.locator(`[data-field="${pointer}"] label`).first().click();
  await choose('/housing');
  await choose('/basis');
  await choose('/delivery');
  await page.locator('[data-field="/declaration"] label').first().click();
  await expect.poll(async () => (await ask(page, 'validate()')) as unknown[]).toEqual([]);
  await page.locator('[data-action="primary"]').click();
  const [data, provenance] = await heard(page, 'onSubmit');
  expect([data.photo, data.proof_of_address, data.declaration]).toEqual(['me.png', 'lease.png', true]);
  expect(provenance['/name']).toBe('identity');
});

test('somebody else, and a service that is not there', async ({ page }) => {
  await open(page, 'form=no-criminal-record&person=chan&lang=en');
  expect((await ask(page, 'data()')).name).toBe('陳啟朗');
  await page.goto('/?form=nothing&lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('nothing');
});
