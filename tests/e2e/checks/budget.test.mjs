// The production build in dist/: small enough, nothing of the demo in it, ready for a strict policy.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BUDGET, measure, total } from '../../../.ci/budget.mjs';
import { isCompressible } from '../../../.ci/compress.mjs';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

test('what a citizen downloads before the app runs does not grow', () => {
  const files = measure(dist);
  assert.ok(files.some(({ name }) => name.endsWith('.wasm')), 'no wasm in dist/');
  assert.ok(total(files) <= BUDGET, `${total(files)} bytes, ${BUDGET} allowed: ${files.map((f) => `${f.name} ${f.packed}`).join(', ')}`);
});

test('no demo code or data reaches production', () => {
  assert.ok(!existsSync(join(dist, 'demo')), 'public/demo was shipped');
  // Words that only the embedded backend, its page host and the scenario address have.
  const traces = ['X-Demo-Fault', 'miaoban.demo.', 'source-down', 'lost-response', '/demo/session'];
  for (const name of readdirSync(dist).filter((n) => /\.(wasm|js)$/.test(n))) {
    const text = readFileSync(join(dist, name)).toString('latin1');
    for (const trace of traces) assert.ok(!text.includes(trace), `${name} contains ${trace}`);
  }
});

test('the configuration names a backend', () => {
  assert.equal(JSON.parse(readFileSync(join(dist, 'config.json'), 'utf8')).backend, '/api');
});

test('every file is there compressed, and unpacks to itself', () => {
  const names = readdirSync(dist).filter(isCompressible);
  assert.ok(names.length > 5);
  for (const name of names) {
    const bytes = readFileSync(join(dist, name));
    assert.ok(brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).equals(bytes), `${name}.br`);
    assert.ok(gunzipSync(readFileSync(join(dist, `${name}.gz`))).equals(bytes), `${name}.gz`);
  }
});

test('the page has no inline script, style or handler', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/, 'inline script');
  assert.doesNotMatch(html, /<style|\sstyle=/, 'inline style');
  assert.doesNotMatch(html, /\son[a-z]+=/, 'inline handler');
});
