// A bundle's form beside a single service's: from the press that leads there to the first field that is painted and can be used.
//
//   node tests/bench/bundle.mjs      ROUNDS=5 THROTTLE=1,4 SERVICES=60 FIELDS=800 change it. Needs `make dist`.
//
// The production build talks to a backend of this file that answers from memory, so that both forms wait for nothing but the program.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromium as browserPath } from '../../.ci/browser.mjs';
import { listener } from '../../.ci/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const RATES = (process.env.THROTTLE ?? '1,4').split(',').map(Number);
const SERVICES = Number(process.env.SERVICES ?? 60);
const FIELDS = Number(process.env.FIELDS ?? 800);
const EACH = Math.round(FIELDS / SERVICES);

const KINDS = [
  (title) => ({ type: 'string', title, maxLength: 60 }),
  (title) => ({ type: 'string', title, format: 'date' }),
  (title) => ({ type: 'integer', title, minimum: 0, maximum: 99 }),
  (title) => ({ type: 'boolean', title, 'x-widget': 'yesno' }),
  (title) => ({ type: 'string', title, enum: ['one', 'two', 'three'] }),
  (title) => ({ type: 'string', title, maxLength: 300, 'x-widget': 'textarea', 'x-visible-when': 'f3' }),
];
/** The first field of every service is the same fact. */
const schema = (service) => {
  const properties = { name: { type: 'string', title: 'Name', minLength: 1, maxLength: 60 } };
  for (let n = 1; n < EACH; n += 1) properties[`f${n}`] = KINDS[n % KINDS.length](`Question ${n} of service ${service}`);
  const fields = Object.keys(properties).map((key) => `/${key}`);
  return { type: 'object', required: ['name', 'f1'], properties, 'x-sections': [{ id: 'all', title: `Service ${service}`, fields }] };
};
const id = (n) => `service-${n}`;
const all = Array.from({ length: SERVICES }, (_, n) => n);
const bundle = {
  id: 'many',
  version: '1',
  name: 'Many services',
  services: all.map((n) => ({ service: { id: id(n), name: `Service ${n}`, agency: `Office ${n % 7}`, icon: 'briefcase' }, minutes: 10, after: n ? [{ service: id(n - 1) }] : [] })),
  facts: [{ id: 'name', places: all.map((n) => ({ service: id(n), pointer: '/name' })) }],
};
const consent = (service_id) => ({ id: 'consent', service_id, granted: [], refused: [], method: 'session', services: all.map(id) });

const answer = (method, path) => {
  if (path === '/session') return { level: 'verified', person: { id: 'p', name: 'Lin' }, expires_in_s: 3600 };
  if (path === '/services' || path === '/themes' || path === '/bundles' || path === '/drafts' || path === '/applications' || path === '/matters') return { items: [] };
  if (path === '/consents') return { items: [consent('service-0'), consent('bundle:many')] };
  if (path === '/bundles/many') return bundle;
  if (path === '/bundles/many/forms') return { items: all.map((n) => ({ service_id: id(n), version: '1', schema: schema(n) })) };
  if (path === '/services/service-0/form') return { service_id: 'service-0', version: '1', schema: schema(0) };
  if (method === 'PUT') return {};
  return undefined;
};

const serve = () =>
  new Promise((done) => {
    const files = listener({ dir: join(root, 'dist'), backend: '/api' });
    const known = new Map();
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      if (!pathname.startsWith('/api/')) return files(request, response);
      const path = decodeURIComponent(pathname.slice(4));
      const key = `${request.method} ${path}`;
      if (!known.has(key)) known.set(key, JSON.stringify(answer(request.method, path)) ?? '');
      const text = known.get(key);
      response.writeHead(text ? 200 : 404, { 'content-type': text ? 'application/json' : 'application/problem+json' });
      response.end(text || JSON.stringify({ type: 'about:blank', title: 'Not found', status: 404 }));
    });
    server.listen(0, '127.0.0.1', () => done(server));
  });

/** Milliseconds from the way to an address to its first field on the screen. */
const opened = (page, path) =>
  page.evaluate(
    (to) =>
      new Promise((done) => {
        const began = performance.now();
        history.pushState({}, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
        const look = () => {
          const field = document.querySelector('main[data-page="form"] [data-field] :is(input, textarea)');
          if (field && document.querySelector('main[data-page="form"] [data-action="primary"]')) requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
          else requestAnimationFrame(look);
        };
        look();
      }),
    path,
  );

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const server = await serve();
const address = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
let misses = 0;
for (const rate of RATES) {
  const took = { single: [], bundle: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turns, and each in a page of its own that has the second file already, as whoever read the guide does.
    for (const [what, path] of round % 2 ? [['bundle', '/bundles/many/form'], ['single', '/services/service-0/form']] : [['single', '/services/service-0/form'], ['bundle', '/bundles/many/form']]) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true });
      const page = await context.newPage();
      await page.goto(`${address}/drafts`);
      await page.waitForSelector('main[data-page="drafts"]');
      await page.waitForTimeout(500);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      took[what].push(await opened(page, path));
      await context.close();
    }
  }
  const [single, many] = [median(took.single), median(took.bundle)];
  const ratio = many / single;
  const holds = ratio <= 2 || many - single <= 50;
  misses += holds ? 0 : 1;
  console.log(`${rate}×  single service (${EACH} fields) ${single.toFixed(0)} ms   bundle (${SERVICES} services, ${EACH * SERVICES} fields) ${many.toFixed(0)} ms   ratio ${ratio.toFixed(2)}`);
}
await browser.close();
server.close();
process.exitCode = misses ? 1 : 0;
