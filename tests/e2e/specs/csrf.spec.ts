// Cookies that are protected by a token, at a backend that asks for it.
import { expect, test } from '../fixtures';

const BY_MAIL = 0;

test('a journey with a token against forged requests, of which one is out of date', async ({ page, home, service, consent, handoff, form, review, decision }) => {
  const refused: string[] = [];
  page.on('response', (r) => {
    if (r.status() === 403) refused.push(new URL(r.url()).pathname);
  });
  await home.open({ person: 'lin' });
  await home.find('无犯罪');
  await service.next();
  await consent.agree('sms');
  await handoff.bySms('16600000011');
  await form.filled();
  // Another tab signs in: the cookie is another one, and this tab's token with it out of date.
  const status = await page.evaluate(async (api) => {
    const asked = await fetch(`${api}/session`, { credentials: 'include' });
    const headers = { 'X-CSRF-Token': asked.headers.get('X-CSRF-Token') ?? '', 'X-Requested-With': 'miaoban', 'Content-Type': 'application/json' };
    const body = JSON.stringify({ person: 'lin', level: 'verified', consent_for: 'no-criminal-record' });
    return (await fetch(`${api}/demo/session`, { method: 'POST', credentials: 'include', headers, body })).status;
  }, await page.evaluate(async () => (await (await fetch('/config.json')).json()).backend));
  expect(status).toBe(200);
  refused.length = 0;
  await form.answer('/purpose', 1);
  await form.answer('/delivery', BY_MAIL);
  await expect.poll(() => refused.length, 'refused once, and repeated').toBe(1);
  await form.next();
  await review.next();
  expect(await decision.settled()).toMatchObject({ failed: 0 });
  expect(refused).toHaveLength(1);
});
