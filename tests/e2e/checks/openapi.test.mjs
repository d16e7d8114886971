// public/openapi.json by itself: every reference resolves, every example fits its schema, every operation says what it may answer.
// That it says the same as the Rust types is tested natively (tests/native/openapi.rs), as the backend by schemathesis.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const read = (name) => JSON.parse(readFileSync(new URL(`../../../public/${name}`, import.meta.url), 'utf8'));
const document = read('openapi.json');

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema(document, 'openapi.json');

const escape = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** What is wrong with a value under the schema at a JSON Pointer of the document. */
const problems = (pointer, value) => {
  const check = ajv.getSchema(`openapi.json#${pointer.split('/').map(encodeURIComponent).join('/')}`);
  assert.ok(check, `no schema at ${pointer}`);
  return check(value) ? [] : check.errors.map((e) => `${pointer}: ${e.instancePath} ${e.message}`);
};

const resolve = (node) => (node?.$ref ? node.$ref.slice(2).split('/').reduce((at, part) => at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], document) : node);

/** [address, operation] of every operation. */
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [path, method, operation]));

test('every reference resolves', () => {
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if (typeof node.$ref === 'string') assert.ok(resolve(node), node.$ref);
    Object.values(node).forEach(walk);
  };
  walk(document);
});

test('every example of a schema fits it', () => {
  const all = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    assert.ok(schema.examples?.length, `${name} has no example`);
    return schema.examples.flatMap((example) => problems(`/components/schemas/${name}`, example));
  });
  assert.deepEqual(all, []);
});

/** Checks the examples of one place that has `content`, itself at `pointer`. */
const content = (pointer, node) =>
  Object.entries(node.content ?? {}).flatMap(([type, { schema, examples }]) => {
    if (schema.format === 'binary') return [];
    assert.ok(examples, `${pointer} has no example of ${type}`);
    return Object.values(examples).flatMap(({ value }) => problems(`${pointer}/content/${escape(type)}/schema`, value));
  });

for (const [path, method, operation] of operations) {
  test(`${operation.operationId}: examples fit, errors are problems, what it needs is said`, () => {
    const at = `/paths/${escape(path)}/${method}`;
    const all = operation.requestBody ? content(`${at}/requestBody`, operation.requestBody) : [];
    for (const [status, response] of Object.entries(operation.responses)) {
      const place = response.$ref ? response.$ref.slice(1) : `${at}/responses/${status}`;
      all.push(...content(place, resolve(response)));
      if (Number(status) >= 400) assert.ok(resolve(response).content?.['application/problem+json'], `${status} is no problem document`);
    }
    assert.deepEqual(all, []);
    const parameters = operation.parameters.map(resolve);
    const named = (name) => parameters.some((p) => p.name === name);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    assert.deepEqual(parameters.filter((p) => p.in === 'path').map((p) => p.name).sort(), inPath.sort());
    if (method !== 'get') assert.ok(named('X-Requested-With') && operation.responses[403], 'changes something without the header');
    if (operation.responses[201]) assert.ok(named('Idempotency-Key'), 'creates without Idempotency-Key');
    if (operation.security.some((s) => s.session) && !operation.security.some((s) => !Object.keys(s).length)) {
      assert.ok(operation.responses[401], 'needs a session, but never says 401');
    }
    if (operation.responses[304]) assert.ok(named('If-None-Match') && operation.responses[200].headers.ETag, 'ETag');
  });
}

test('every operation has a name of its own', () => {
  const names = operations.map(([, , { operationId }]) => operationId);
  assert.equal(new Set(names).size, names.length);
});

test('config.json fits its schema', () => {
  const check = ajv.compile(read('config.schema.json'));
  const fits = (value) => check(value) || check.errors.map((e) => `${e.instancePath} ${e.message}`);
  assert.equal(fits(read('config.json')), true);
  assert.equal(fits({ backend: '/api', languages: ['en'] }), true);
  for (const backend of ['ftp://x', '//elsewhere/api', '', 3]) assert.notEqual(fits({ backend, languages: ['en'] }), true, String(backend));
});
