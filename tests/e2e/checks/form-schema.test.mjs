// public/form.schema.json, the meta-schema of forms: it describes what the engine reads, and every form of the demo fits it in every language.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const root = new URL('../../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const meta = JSON.parse(read('public/form.schema.json'));
const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'];

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const check = ajv.compile(meta);
const problems = (schema) => (check(schema) ? [] : check.errors.map((e) => `${e.instancePath} ${e.message}`));

/** A definition as it is served: every text in one language. */
const told = (node, lang) => {
  if (Array.isArray(node)) return node.map((inner) => told(inner, lang));
  if (!node || typeof node !== 'object') return node;
  if (LANGUAGES.every((l) => typeof node[l] === 'string')) return node[lang];
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, told(inner, lang)]));
};

for (const file of readdirSync(new URL('public/demo/services/', root))) {
  test(`the form of ${file} fits in every language`, () => {
    const { schema } = JSON.parse(read(`public/demo/services/${file}`)).form;
    for (const lang of LANGUAGES) assert.deepEqual(problems(told(schema, lang)), [], lang);
  });
}

test('what the engine would refuse is refused, at any depth', () => {
  const wrong = [
    { 'x-visible-when': true },
    { 'x-computed': '' },
    { 'x-messages': { required: 3 } },
    { 'x-material': 'third' },
    { 'x-max-bytes': 0 },
    { 'x-accept': [] },
    { 'x-accept': ['pdf'] },
    { 'x-options-long': 'yes' },
    { 'x-source': 1 },
    { 'x-check': 'available' },
    { 'x-check': { when: 'leave' } },
    { 'x-check': { name: 'a', when: 'type' } },
    { type: 'text' },
    { minLength: -1 },
  ];
  for (const field of wrong) {
    const inside = [
      { properties: { a: field } },
      { properties: { g: { type: 'object', properties: { a: field } } } },
      { properties: { list: { type: 'array', items: { properties: { a: field } } } } },
      { $defs: { a: field } },
      { if: { properties: { a: field } } },
    ];
    for (const schema of inside) assert.notDeepEqual(problems({ type: 'object', ...schema }), [], JSON.stringify(schema));
  }
  for (const sections of [{}, [{}], [{ id: 'a', title: 'A', fields: ['a'] }], [{ id: 'a', title: 'A', fields: ['/a', '/a'] }]]) {
    assert.notDeepEqual(problems({ type: 'object', 'x-sections': sections }), [], JSON.stringify(sections));
  }
});

/** Guards against a migration that the engine refuses and an editor takes. */
test('migrations are checked as the engine checks them', () => {
  const steps = (...all) => [{ from: '1', steps: all }];
  const right = steps({ move: ['/a', '/b'] }, { map: '/b', values: { x: 'y', z: null } }, { drop: '/c', why: 'not needed' });
  assert.deepEqual(problems({ type: 'object', 'x-migrations': right }), []);
  const wrong = [{}, [{}], [{ from: '1' }], steps({}), steps({ move: ['/a'] }), steps({ move: ['a', '/b'] }), steps({ map: '/a' }), steps({ drop: '' }), steps({ drop: '/a', why: 3 })];
  for (const migrations of wrong) assert.notDeepEqual(problems({ type: 'object', 'x-migrations': migrations }), [], JSON.stringify(migrations));
});

/** Guards against a keyword that the engine reads and nobody can look up, and one that is described and read by nobody. */
test('it describes exactly the keywords that the engine reads', () => {
  const sources = readdirSync(new URL('src/form/', root), { recursive: true }).filter((name) => name.endsWith('.rs'));
  const code = sources.map((name) => read(`src/form/${name}`)).join('\n');
  const inCode = new Set([...code.matchAll(/"(x-[a-z-]+)"/g)].map(([, keyword]) => keyword));
  // OpenAPI's word for it, and the only one without the prefix.
  inCode.add('discriminator');
  assert.deepEqual(Object.keys(meta.properties).sort(), [...inCode].sort());
});
