// The server that `make run` and the tests use: what a real one has to do too.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { listener } from '../../../.ci/serve.mjs';

let dir, server, port;

/** One request, unfollowed and undecoded. */
const get = (path, headers = {}, method = 'GET') =>
  new Promise((done, failed) => {
    request({ port, path, headers, method }, (response) => {
      const parts = [];
      response.on('data', (p) => parts.push(p));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', failed).end();
  });

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'serve-'));
  writeFileSync(join(dir, 'index.html'), `<!doctype html><title>app</title>${' '.repeat(600)}`);
  writeFileSync(join(dir, 'config.json'), '{"backend": null, "languages": ["zh-CN"]}');
  writeFileSync(join(dir, 'app-0123456789abcdef_bg.wasm'), Buffer.alloc(2000, 7));
  writeFileSync(join(dir, 'ready.js'), `//${'x'.repeat(600)}`);
  writeFileSync(join(dir, 'ready.js.br'), brotliCompressSync(Buffer.from('ready')));
  mkdirSync(join(dir, 'demo/provider'), { recursive: true });
  writeFileSync(join(dir, 'demo/provider/index.html'), 'provider');
  server = createServer(listener({ dir, backend: 'http://localhost:8081/api' }));
  await new Promise((done) => server.listen(0, done));
  port = server.address().port;
});

after(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

test('an address of the app gives the app, a missing file does not', async () => {
  const navigation = { accept: 'text/html,*/*' };
  assert.equal((await get('/services/x', navigation)).status, 200);
  assert.equal((await get('/services/x', { accept: '*/*' })).status, 404, 'a fetch is no navigation');
  assert.equal((await get('/missing.js', navigation)).status, 404, 'HTML in the place of a script');
  assert.equal((await get('/demo/provider/?ticket=1', navigation)).body.toString(), 'provider');
});

test('nothing outside the directory is served', async () => {
  for (const path of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd', '/a%00b', '/%']) {
    assert.ok([400, 404].includes((await get(path)).status), path);
  }
});

test('every answer carries the security headers, an error too', async () => {
  for (const path of ['/', '/missing.js', '/%']) {
    const { headers } = await get(path);
    assert.match(headers['content-security-policy'], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(headers['content-security-policy'], /connect-src 'self' http:\/\/localhost:8081;/);
    assert.doesNotMatch(headers['content-security-policy'], /unsafe-inline|'unsafe-eval'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('wasm has the type that streaming compilation needs, and hashed names are kept for good', async () => {
  const { headers } = await get('/app-0123456789abcdef_bg.wasm');
  assert.equal(headers['content-type'], 'application/wasm');
  assert.match(headers['cache-control'], /immutable/);
  assert.equal((await get('/config.json')).headers['cache-control'], 'no-cache');
});

test('what is compressed already is sent as it is, the rest is compressed', async () => {
  const ready = await get('/ready.js', { 'accept-encoding': 'br, gzip' });
  assert.equal(brotliDecompressSync(ready.body).toString(), 'ready');
  const index = await get('/', { 'accept-encoding': 'br' });
  assert.match(brotliDecompressSync(index.body).toString(), /<title>app/);
  assert.equal((await get('/')).headers['content-encoding'], undefined);
});

test('an unchanged file is not sent twice', async () => {
  const { headers } = await get('/', { 'accept-encoding': 'br' });
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': headers.etag });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
});

test('the backend address overrides the one in config.json', async () => {
  assert.deepEqual(JSON.parse((await get('/config.json')).body), { backend: 'http://localhost:8081/api', languages: ['zh-CN'] });
});

test('any member of config.json can be overridden', async () => {
  const own = createServer(listener({ dir, config: { session: { kind: 'bearer' } } }));
  await new Promise((done) => own.listen(0, done));
  const before = port;
  port = own.address().port;
  try {
    assert.deepEqual(JSON.parse((await get('/config.json')).body), { backend: null, languages: ['zh-CN'], session: { kind: 'bearer' } });
  } finally {
    port = before;
    own.close();
  }
});

test('only reading is possible', async () => {
  assert.equal((await get('/', {}, 'POST')).status, 405);
  assert.equal((await get('/', {}, 'HEAD')).body.length, 0);
});
