// The production build in dist/: small enough, nothing of the demo in it, ready for a strict policy.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BUDGET, firstLoad, measure } from '../../../.ci/budget.mjs';
import { isCompressible } from '../../../.ci/compress.mjs';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

test('what a citizen downloads before the app runs stays within its budget', () => {
  const files = measure(dist);
  const first = files.filter((file) => file.first);
  for (const kind of ['.wasm', '.js', '.css']) assert.ok(first.some(({ name }) => name.endsWith(kind)), `index.html names no ${kind}`);
  assert.ok(firstLoad(files) <= BUDGET, `${firstLoad(files)} bytes, ${BUDGET} allowed: ${first.map((f) => `${f.name} ${f.packed}`).join(', ')}`);
});

test('what an application needs is a file of its own, which the first visit does not name', () => {
  const files = measure(dist);
  const later = files.filter(({ name, first }) => name.endsWith('.wasm') && !first);
  assert.deepEqual(later.map(({ name }) => name.replace(/-[0-9a-f]{16}/, '')), ['split_applying.wasm']);
  const script = readFileSync(join(dist, files.find(({ name, first }) => name.startsWith('miaoban-') && name.endsWith('.js') && first).name), 'utf8');
  assert.ok(script.includes(later[0].name), 'nothing fetches it');
  const [sheet] = files.filter(({ name, first }) => name.endsWith('.css') && !first);
  assert.match(sheet?.name ?? 'no stylesheet', /^applying-/);
  assert.ok(script.includes(sheet.name), 'nothing fetches its stylesheet');
});

test('the first file says nothing that only later pages say', () => {
  // Of the table Ui, of which the first pages say a few sentences: as variants of an enum all of them came along.
  const only = ['Move {name} {n} up', 'Cancel the upload of {name}'];
  for (const { name, first } of measure(dist).filter((file) => file.name.endsWith('.wasm'))) {
    const text = readFileSync(join(dist, name)).toString('latin1');
    for (const words of only) assert.equal(text.includes(words), !first, `${name}: ${words}`);
  }
});

test('names between wasm and script are short, and nothing is open that nobody calls', () => {
  const { name } = measure(dist).find((file) => file.first && file.name.endsWith('.wasm'));
  const program = new WebAssembly.Module(readFileSync(join(dist, name)));
  assert.deepEqual(WebAssembly.Module.imports(program).map((i) => i.name).filter((n) => /_[0-9a-f]{16}$/.test(n)), []);
  assert.deepEqual(WebAssembly.Module.exports(program).map((e) => e.name).filter((n) => n.includes('intounderlying')), []);
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
