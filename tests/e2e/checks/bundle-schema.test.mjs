// public/bundle.schema.json, the meta-schema of bundles: every definition of the demo fits it, and what an editor should underline does not.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

const root = new URL('../../../', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

const check = new Ajv({ strict: false, allErrors: true }).compile(read('public/bundle.schema.json'));
const problems = (bundle) => (check(bundle) ? [] : check.errors.map((e) => `${e.instancePath} ${e.message}`));

const files = readdirSync(new URL('public/demo/bundles/', root));

for (const file of files) {
  test(`${file} fits, and says so to editors`, () => {
    const bundle = read(`public/demo/bundles/${file}`);
    assert.deepEqual(problems(bundle), []);
    assert.equal(bundle.$schema, '../../bundle.schema.json');
    assert.equal(`${bundle.id}.json`, file);
  });
}

/** Guards against a bundle that is there and that nobody can open. */
test('the index names every definition', () => {
  assert.deepEqual([...read('public/demo/index.json').bundles].sort(), files.map((file) => `bundles/${file}`).sort());
});

/** Guards against a slip that is found only when somebody is guided by it, or never. Each is one change to a definition that fits. */
test('what is misspelt, missing or of another shape is refused where it stands', () => {
  const words = { 'zh-CN': '甲', 'zh-Hant': '甲', en: 'A' };
  const wrong = [
    ['', (b) => delete b.id],
    ['', (b) => (b.question = [])],
    ['/id', (b) => (b.id = 'company start')],
    ['/audience', (b) => (b.audience = 'everybody')],
    ['/event', (b) => (b.event = { 'zh-CN': '企业开办' })],
    ['/event', (b) => (b.event = { ...words, fr: 'A' })],
    ['/guide', (b) => delete b.guide.promise],
    ['/guide', (b) => (b.guide.time = 'an hour')],
    ['/consent', (b) => delete b.consent.version],
    ['/questions/0', (b) => delete b.questions[0].text],
    ['/questions/0', (b) => (b.questions[0].whenever = 'a')],
    ['/questions/0/id', (b) => (b.questions[0].id = 'has-licence')],
    ['/questions/0/kind', (b) => (b.questions[0].kind = 'yes-no')],
    ['/questions/0/options', (b) => (b.questions[0].options = [{ value: 'a', title: words }, { value: 'b', title: words }])],
    ['/questions/1', (b) => delete b.questions[1].options],
    ['/questions/1/options', (b) => b.questions[1].options.splice(1)],
    ['/questions/1/known', (b) => delete b.questions[1].known.source],
    ['/services', (b) => (b.services = [])],
    ['/services/0', (b) => delete b.services[0].id],
    ['/services/0', (b) => delete b.services[0].excluded],
    ['/services/0/id', (b) => (b.services[0].id = 'facts')],
    ['/services/0/minutes', (b) => (b.services[0].minutes = '60')],
    ['/services/1', (b) => (b.services[1].flow = b.services[1].flows)],
    ['/services/1/after/0', (b) => delete b.services[1].after[0].satisfied_by],
    ['/services/1/flows/0', (b) => delete b.services[1].flows[0].value],
    ['/services/1/flows/0/to', (b) => (b.services[1].flows[0].to = 'uscc')],
    ['/services/0/sections/company', (b) => (b.services[0].sections.company = words)],
    ['/facts/0/places', (b) => (b.facts[0].places = [])],
    ['/facts/0/places', (b) => (b.facts[0].places[1] = b.facts[0].places[0])],
    ['/facts/0/places/0', (b) => (b.facts[0].places[0] = '/company-registration/company_name')],
    ['/facts/0/places/0/pointer', (b) => (b.facts[0].places[0].pointer = 'company_name')],
    ['/facts/0/places/0/pointer', (b) => (b.facts[0].places[0].pointer = '/shareholders/name')],
    ['/subjects/0', (b) => delete b.subjects[0].title],
    ['/materials/0/how', (b) => (b.materials[0].how = 'paper')],
    ['/materials/0/services', (b) => (b.materials[0].services = [])],
    ['/parties', (b) => delete b.parties.id_number],
    ['/delivery', (b) => delete b.delivery.electronic],
    ['/delivery/ways/0', (b) => delete b.delivery.ways[0].id],
    ['/next/0/due/after_days', (b) => (b.next[0].due.after_days = 0)],
    ['/next/0', (b) => (b.next[0].when = 'answers.staff')],
  ];
  for (const [place, change] of wrong) {
    const bundle = read('public/demo/bundles/company-start.json');
    change(bundle);
    const found = problems(bundle);
    assert.ok(found.some((problem) => problem.startsWith(`${place} `)), `${change} was told as ${JSON.stringify(found)}`);
  }
});

/** Guards against a definition that lists what is not there: the loader refuses it too, but nobody who only edits JSON runs it. */
test('what they name is there', () => {
  const sources = Object.keys(read('public/demo/sources.json'));
  for (const file of files) {
    const bundle = read(`public/demo/bundles/${file}`);
    const services = bundle.services.map(({ id }) => id);
    const fields = (id) => Object.keys(read(`public/demo/services/${id}.json`).form.schema.properties);
    for (const { id, flows = [] } of bundle.services) for (const { to } of flows) if (to) assert.ok(fields(id).includes(to.slice(1)), `${file}: ${id}${to}`);
    for (const fact of bundle.facts ?? []) for (const { service, pointer } of fact.places) assert.ok(fields(service).includes(pointer.slice(1)), `${file}: ${service}${pointer}`);
    for (const { services: all } of bundle.materials ?? []) for (const id of all) assert.ok(services.includes(id), `${file}: ${id}`);
    for (const { known } of bundle.questions ?? []) if (known) assert.ok(sources.includes(known.source), `${file}: ${known.source}`);
  }
});
