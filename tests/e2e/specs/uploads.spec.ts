// Files over a network that comes and goes: in parts, from where it left them.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

// Each part takes three seconds.
const formOf = (person: string) => `/services/residence-permit/form/home?person=${person}&fault=slow@PUT /uploads`;

/** Six parts. */
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(1_499_992, 7)]) });

// What a browser writes down about a network that is gone, and about a request that was stopped.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED/, /ERR_ABORTED/] });

test('a file goes on where the network left it', async ({ page, context, form }) => {
  await page.goto(formOf('mueller'));
  await form.filled();
  const field = form.field('/proof_of_address');
  await field.locator('input[type=file]').setInputFiles(pdf('lease.pdf'));
  const bar = field.getByRole('progressbar', { name: '正在上传 lease.pdf' });
  await expect(bar).toHaveAttribute('value', '17');
  await expect(field).toContainText('正在上传 17%');
  await axe(page);
  await fitsTheScreen(page);
  const opened: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && opened.push(request.url()));
  await context.setOffline(true);
  await expect(field).toContainText('网络不通，已上传 ');
  await axe(page);
  await fitsTheScreen(page);
  await context.setOffline(false);
  await expect(bar).toBeVisible();
  await expect(field).toContainText('已上传 · 1.4 MB', { timeout: 40_000 });
  expect(opened.filter((url) => /uploads|attachments/.test(url)), 'begun anew').toEqual([]);
});

test('a file that is given up is sent no further', async ({ page, form }) => {
  // Somebody else, who has no file in their draft.
  await page.goto(formOf('gao'));
  await form.filled();
  const field = form.field('/proof_of_address');
  await field.locator('input[type=file]').setInputFiles(pdf('title.pdf'));
  await expect(field).toContainText('正在上传 17%');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await field.getByRole('button', { name: '取消上传 title.pdf' }).click();
  await expect(field.getByRole('listitem')).toHaveCount(0);
  // Longer than a part takes.
  await page.waitForTimeout(4_000);
  await expect(field.getByRole('listitem')).toHaveCount(0);
  expect(sent.filter((call) => call.startsWith('PUT') && call.includes('/uploads/')), 'sent on').toEqual([]);
});
