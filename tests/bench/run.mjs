// The form engine beside others: the same prefilled form in one Chromium, one after the other, at phone size, plain and four times slower.
//
//   node tests/bench/run.mjs      SIZES=30,300 PEERS=ours,hand ROUNDS=3 THROTTLE=1,4 narrow it, PATIENCE=180 says how many seconds a form may take.
//
// Prints what was measured (medians over the rounds), then the bounds, each with HOLDS or MISSES. A peer that does not finish is told of so,
// and not asked for more fields; one that cannot be measured makes its bounds MISS.
import { createServer } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromium as browserPath } from '../../.ci/browser.mjs';
import { brotli } from '../../.ci/compress.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = join(root, 'tests/bench');
const { build } = createRequire(join(root, 'tests/setup/package.json'))('esbuild');
const list = (name, all) => process.env[name]?.split(',') ?? all;
const PEERS = list('PEERS', ['ours', 'hand', 'rjsf', 'jsonforms', 'formily', 'surveyjs']);
const SIZES = list('SIZES', ['30', '300', '1000', '5000']).map(Number);
const RATES = list('THROTTLE', ['1', '4']).map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const KEYS = 12;
/** Between a page that is ready and its form, in milliseconds. */
const REST = 500;
/** A peer that takes longer than this for one form is told of as such, in milliseconds. */
const PATIENCE = Number(process.env.PATIENCE ?? 180) * 1000;

/** What a form took too long for. */
class TooSlow extends Error {
  constructor() {
    super(`did not finish in ${PATIENCE / 1000} s`);
  }
}

/** A page whose script never rests answers nothing any more, not even that it is to be closed. */
const within = async (promise, ms) => {
  let timer;
  try {
    return await Promise.race([promise, new Promise((_, fail) => (timer = setTimeout(() => fail(new TooSlow()), ms)))]);
  } finally {
    clearTimeout(timer);
  }
};

const bundle = async (dir) => {
  const bytes = {};
  for (const peer of PEERS) {
    const outfile = join(dir, `${peer}.js`);
    const contents = `import * as peer from './peers/${peer}.js'; import { run } from './page.js'; run(peer);`;
    await build({
      stdin: { contents, resolveDir: here },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      outfile,
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      // The built form finds its wasm by the address that is named to it.
      supported: { 'import-meta': true },
    });
    const files = peer === 'ours' ? readdirSync(join(root, 'dist-embed')).filter((name) => /\.(js|css|wasm)$/.test(name)).map((name) => join(root, 'dist-embed', name)) : [outfile];
    bytes[peer] = files.reduce((sum, file) => sum + brotli(readFileSync(file), file).length, 0);
  }
  return bytes;
};

const serve = (dir) =>
  new Promise((done) => {
    const types = { js: 'text/javascript', wasm: 'application/wasm', css: 'text/css' };
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url, 'http://localhost');
      const file = pathname.startsWith('/dist-embed/') ? join(root, pathname) : join(dir, pathname);
      if (pathname === '/') {
        const peer = searchParams.get('peer');
        const style = ['ours', 'hand'].includes(peer) ? '<link rel="stylesheet" href="/dist-embed/miaoban-form.css">' : '';
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return response.end(`<!doctype html><meta name="viewport" content="width=device-width">${style}<div id="root"></div><script type="module" src="/${peer}.js"></script>`);
      }
      try {
        response.setHeader('content-type', types[file.split('.').pop()] ?? 'text/plain');
        response.end(readFileSync(file));
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, '127.0.0.1', () => done(server));
  });

/** One peer with one form in a page of its own. */
const measure = async (browser, address, peer, n, rate) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      // The memory of a wasm module is no part of the heap of scripts.
      const instantiate = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...args) => {
        const made = await instantiate.apply(WebAssembly, args);
        globalThis.wasmMemory = made.instance.exports.memory;
        return made;
      };
    });
    await page.goto(`${address}/?peer=${peer}`);
    await page.waitForFunction(() => globalThis.bench);
    const ready = await page.evaluate(() => bench.getReady());
    // A page fetches what it mounts; what loading left to the browser's other threads is over by then, for all alike.
    await page.waitForTimeout(REST);
    const session = await context.newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize + (await page.evaluate(() => globalThis.wasmMemory?.buffer.byteLength ?? 0));
    };
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const mounted = await page.evaluate((size) => bench.mount(size), n);
    if (mounted.controls < n) throw new Error(`only ${mounted.controls} controls for ${n} fields`);
    await page.waitForTimeout(300 * rate);
    await page.evaluate(() => bench.focus());
    const before = await page.evaluate(() => bench.answer());
    for (let i = 0; i < KEYS; i += 1) {
      const key = { key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88, text: 'x' };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: undefined });
      await page.waitForFunction((count) => keys.length > count, i);
      await page.waitForTimeout(30);
    }
    const after = await page.evaluate(() => bench.answer());
    if (typeof after !== 'string' || after.length !== before.length + KEYS) throw new Error(`the keys did not arrive: ${before} → ${after}`);
    const times = await page.evaluate(() => keys);
    const { valid, took } = await page.evaluate(() => bench.validate());
    if (!valid) throw new Error('the form does not pass');
    if (errors.length) throw new Error(errors[0]);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // The first keys compile what the later ones run.
    return { ready, first: mounted.first, whole: mounted.whole, key: median(times.slice(2)), validate: took, memory: (await heap()) / 1048576 };
  } finally {
    await within(context.close(), 10_000).catch(() => undefined);
  }
};

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length % 2 ? sorted[(sorted.length - 1) / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

const dir = mkdtempSync(join(tmpdir(), 'bench-'));
const bytes = await bundle(dir);
const server = await serve(dir);
const address = `http://127.0.0.1:${server.address().port}`;
const launch = () =>
  chromium.launch({
    executablePath: browserPath() ?? undefined,
    // Frames come when they are ready, not when a screen asks for them: what is measured is work, not waiting.
    args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--js-flags=--expose-gc'],
  });
let browser = await launch();

const results = {};
const failed = {};
/** The fields that were too many for a peer. */
const tooMany = {};
for (const rate of RATES) {
  for (const n of [...SIZES].sort((a, b) => a - b)) {
    for (let round = 0; round < ROUNDS; round += 1) {
      console.error(`  ${rate === 1 ? 'plain' : `${rate}× slower`}, ${n} fields, round ${round + 1} of ${ROUNDS}`);
      // Interleaved, and in another order each time: what warms up or fills up the browser concerns all alike.
      for (const peer of PEERS.map((_, at) => PEERS[(at + round) % PEERS.length])) {
        const place = `${rate} ${n} ${peer}`;
        const before = tooMany[`${rate} ${peer}`];
        if (before) failed[place] ??= { slow: true, words: before === n ? new TooSlow().message : `not asked: ${before} fields were too many` };
        if (failed[place]) continue;
        try {
          (results[place] ??= []).push(await within(measure(browser, address, peer, n, rate), PATIENCE));
        } catch (error) {
          const slow = error instanceof TooSlow;
          failed[place] = { slow, words: error.message.split('\n')[0].slice(0, 90) };
          if (slow) tooMany[`${rate} ${peer}`] = n;
          // A page that is still at work would be measured with the next one.
          if (slow || !browser.isConnected()) {
            await within(browser.close(), 30_000).catch(() => undefined);
            browser = await launch();
          }
        }
      }
    }
  }
}
await browser.close();
server.close();
rmSync(dir, { recursive: true });

const METRICS = ['ready', 'first', 'whole', 'key', 'validate', 'memory'];
const value = (rate, n, peer, metric) => {
  const runs = results[`${rate} ${n} ${peer}`];
  return runs?.length && !failed[`${rate} ${n} ${peer}`] ? median(runs.map((run) => run[metric])) : undefined;
};
const shown = (number) => (number === undefined ? '–' : number.toFixed(number < 10 ? 1 : 0));
for (const rate of RATES) {
  console.log(`\n  ${rate === 1 ? 'plain' : `${rate}× slower`}: milliseconds (memory in MiB, with wasm; size in KB, brotli 11)`);
  for (const n of SIZES) {
    console.log(`\n  ${`${n} fields`.padEnd(14)}${['to be ready', 'first field', 'whole form', 'key', 'validation', 'memory', 'size'].map((name) => name.padStart(12)).join('')}`);
    for (const peer of PEERS) {
      const row = METRICS.map((metric) => shown(value(rate, n, peer, metric)).padStart(12)).join('');
      console.log(`  ${peer.padEnd(14)}${row}${(bytes[peer] / 1024).toFixed(0).padStart(12)}  ${failed[`${rate} ${n} ${peer}`]?.words ?? ''}`.trimEnd());
    }
  }
}

console.log('\n  bounds');
let missed = 0;
/** What a peer took at a size: more than anything where it did not finish, `NaN` where it could not be measured. */
const took = (rate, n, peer, metric) => (failed[`${rate} ${n} ${peer}`]?.slow ? Infinity : (value(rate, n, peer, metric) ?? NaN));
const isWanted = (n, ...peers) => SIZES.includes(n) && peers.every((peer) => PEERS.includes(peer));
const bound = (words, ours, limit) => {
  const holds = Number.isFinite(ours) && ours <= limit;
  missed += holds ? 0 : 1;
  const number = (what) => (Number.isNaN(what) ? 'what was not measured' : what === Infinity ? 'what did not finish' : shown(what));
  console.log(`  ${holds ? 'HOLDS ' : 'MISSES'}  ${words}: ${number(ours)} of ${number(limit)}`);
};
for (const rate of RATES) {
  const how = rate === 1 ? '' : `, ${rate}× slower`;
  const ours = (n, metric) => took(rate, n, 'ours', metric);
  if (isWanted(1000, 'ours', 'rjsf')) bound(`first field at 1,000 within 1/5 of RJSF's mount${how}`, ours(1000, 'first'), took(rate, 1000, 'rjsf', 'whole') / 5);
  for (const n of SIZES.filter((size) => size >= 1000 && isWanted(size, 'ours', 'hand'))) bound(`whole form at ${n} within 1.15 × by hand${how}`, ours(n, 'whole'), took(rate, n, 'hand', 'whole') * 1.15);
  if (isWanted(1000, 'ours', 'hand')) bound(`key at 1,000 within 1.2 × by hand${how}`, ours(1000, 'key'), took(rate, 1000, 'hand', 'key') * 1.2);
  const [small, large] = [Math.min(...SIZES), Math.max(...SIZES)];
  // Flat by itself, and not beside others; half a millisecond is what the clock of a browser and its frames vary by.
  if (small < large && isWanted(small, 'ours')) bound(`key flat from ${small} to ${large} fields${how}`, ours(large, 'key'), ours(small, 'key') * 1.2 + 0.5 * rate);
  const others = PEERS.filter((peer) => !['ours', 'hand'].includes(peer));
  for (const n of SIZES.filter((size) => others.length && isWanted(size, 'ours'))) {
    bound(`memory at ${n} below every peer${how}`, ours(n, 'memory'), Math.min(...others.map((peer) => took(rate, n, peer, 'memory'))));
  }
}
process.exit(missed ? 1 : 0);
