// What is not finished: kept, found again, deleted; and what happens where a backend keeps no drafts.
// Each test types as a person of its own: with the reference backend all tests share one database.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

const PURPOSE_OTHER = 6;

test('drafts are listed, continued and deleted', async ({ page, form, drafts }) => {
  await page.goto('/services/company-setup/form?person=tang');
  await form.filled();
  await form.answer('/scope', '软件开发');
  await expect(form.page.getByText('已保存')).toBeVisible();
  await page.goto('/');
  await page.locator('[data-action="drafts"]').click();
  await drafts.shown();
  await axe(page);
  await fitsTheScreen(page);
  const line = drafts.line('company-setup');
  await line.locator('[data-action="continue"]').click();
  await form.filled();
  await expect(form.field('/scope').locator('input, textarea')).toHaveValue('软件开发');
  await page.goto('/drafts');
  await line.locator('[data-action="delete"]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await axe(page);
  await page.locator('[data-action="delete-confirm"]').click();
  await expect(line).toHaveCount(0);
  await page.goto('/services/company-setup/form');
  await form.filled();
  await expect(form.field('/scope').locator('input, textarea')).toHaveValue('');
});

test('where no drafts are kept, answers stay on the device if the person agrees, and go when they sign out', async ({ page, form, drafts, applications }) => {
  await page.goto('/services/no-criminal-record/form?person=chan&fault=no-drafts');
  await form.filled();
  await form.answer('/purpose', PURPOSE_OTHER);
  await form.answer('/purpose_other', '投标资格审查');
  await page.locator('[data-action="keep"]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await axe(page);
  await page.locator('[data-action="keep-here"]').click();
  await expect(page.getByText('已加密存在这台设备上')).toBeVisible();
  await fitsTheScreen(page);
  // Nothing that can be read is on the device.
  const kept = await page.evaluate(async () => {
    const database: IDBDatabase = await new Promise((done, fail) => {
      const request = indexedDB.open('miaoban');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const store = database.transaction('vault').objectStore('vault');
    const all: { key: CryptoKey }[] = await new Promise((done) => {
      const request = store.getAll();
      request.onsuccess = () => done(request.result);
    });
    database.close();
    return all.map((entry) => [entry.key.extractable, JSON.stringify(entry).includes('投标')]);
  });
  expect(kept).toEqual([[false, false]]);
  await page.reload();
  await form.filled();
  await expect(form.field('/purpose_other').locator('input, textarea')).toHaveValue('投标资格审查');
  await page.goto('/drafts');
  await expect(drafts.line('no-criminal-record')).toContainText('在这台设备上');
  await page.goto('/applications');
  await applications.main.locator('[data-action="sign-out"]').click();
  await page.goto('/services/no-criminal-record/form?person=chan&fault=no-drafts');
  await form.filled();
  await expect(form.field('/purpose_other')).toHaveCount(0);
});

test('a company name is checked as one goes, and a free one is a tap away', async ({ page, form }) => {
  await page.goto('/services/company-setup/form?person=gao');
  await form.filled();
  const name = form.field('/company_name');
  await form.answer('/company_name', '深圳市云杉科技有限公司');
  await name.locator('input').blur();
  await expect(name).toHaveAttribute('data-state', 'problem');
  await expect(name).toContainText('请换一个');
  await axe(page);
  await fitsTheScreen(page);
  await name.locator('[data-action="use"]').first().click();
  await expect(name.locator('[data-check="passed"]')).toBeVisible();
  await expect(name).toHaveAttribute('data-state', 'typed');
  await page.goto('/services/company-setup/form?person=gao&fault=server-error@POST /services/company-setup/checks');
  await form.filled();
  await form.answer('/company_name', '深圳市示例贸易有限公司');
  await name.locator('input').blur();
  await expect(name.locator('[data-check="unknown"]')).toBeVisible();
  await axe(page);
});
