// Runs the layers of tests one after the other and closes with one line of totals.
//
//   node .ci/test.mjs [layer…]      T=name runs only the tests whose name contains it.
//
// A layer that stops without saying how many tests it ran counts as one failure.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, onPath } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}tests/out`;
const only = process.env.T || '';
// Empty, it would hide every test of layers that read it themselves.
delete process.env.T;

/** What a layer came to; `told` names what failed, so that the end of a long log says it again. */
const zero = () => ({ passed: 0, failed: 0, skipped: 0, told: [] });
const sum = (all) =>
  all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, told: [...a.told, ...(b.told ?? [])] }),
    zero(),
  );

/** Runs a command, shows what it prints, and resolves to {code, text}. */
const run = (command, args, env = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      from.on('data', (chunk) => {
        text += chunk;
        to.write(chunk);
      });
    }
    child.on('error', (error) => done({ code: 1, text: `${text}\n${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, text }));
  });

/** Every `test result:` line of cargo and of the wasm runner. */
const rustCounts = (text) =>
  ({
    ...sum([...text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored/gm)].map(([, p, f, i]) => ({ passed: +p, failed: +f, skipped: +i }))),
    told: [...text.matchAll(/^test (\S+) \.\.\. FAIL/gm)].map(([, name]) => name),
  });

const nodeCounts = (text) => {
  const number = (name) => Number(new RegExp(`^(?:#|ℹ) ${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
    told: [...text.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name]) => name),
  };
};

/** A layer's result, with what the exit code says about tests that were not counted. */
const judged = (code, counts) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

const cargo = async (args, env) => {
  const { code, text } = await run('cargo', ['test', '--no-fail-fast', ...args, ...(only ? ['--', only] : [])], env);
  return judged(code, rustCounts(text));
};

const node = async (...files) => {
  const filter = only ? [`--test-name-pattern=${only}`] : [];
  const { code, text } = await run('node', ['--test', '--test-reporter=tap', ...filter, ...files]);
  return judged(code, nodeCounts(text));
};

/** The tests of Playwright's report that did not end as expected, with the first line of why. */
const unexpected = (suite, above = '') => {
  const name = [above, suite.title].filter(Boolean).join(' › ');
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map((test) => {
        const error = test.results.map((r) => r.error?.message).find(Boolean) ?? '';
        const why = error.replace(/\u001b\[[0-9;]*m/g, '').split('\n').filter((line) => line.trim()).slice(0, 6).join(' | ');
        return `[${test.projectName}] ${name} › ${spec.title}: ${test.status === 'flaky' ? 'only at the second try, ' : ''}${why}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => unexpected(inner, name))];
};

/** Builds something that tests need; a build that fails is the layer's failure. */
const built = async (command, args, then) => {
  const { code } = await run(command, args);
  return code === 0 ? then() : { ...zero(), failed: 1 };
};

const e2e = async () => {
  const results = `${out}/e2e.json`;
  rmSync(results, { force: true });
  const filter = only ? ['-g', only, '--pass-with-no-tests'] : [];
  const { code } = await run('npx', ['--prefix', 'tests/e2e', 'playwright', 'test', '-c', 'tests/e2e', ...filter], { CHROMIUM: chromium() ?? '' });
  let counts = zero();
  try {
    const { stats, suites } = JSON.parse(readFileSync(results, 'utf8'));
    counts = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, told: suites.flatMap((suite) => unexpected(suite)) };
  } catch {
    // Nothing was written: the exit code says what is to be known.
  }
  return judged(code, counts);
};

const schemathesis = async () => {
  const { code, text } = await run('bash', ['.ci/schemathesis']);
  const [, passed = 0, failed = 0, skipped = 0] = /^(\d+) operations passed, (\d+) failed, (\d+) skipped$/m.exec(text) ?? [];
  return judged(code, { passed: +passed, failed: +failed, skipped: +skipped });
};

const schemaSuite = async () => {
  const { code, text } = await run('cargo', ['test', '-p', 'miaoban', '--features', 'demo', '--test', 'schema-suite']);
  const passed = sum([...text.matchAll(/^(?:optional: )?(\d+) \/ \d+$/gm)].map(([, n]) => ({ ...zero(), passed: +n }))).passed;
  const told = [...text.matchAll(/^failed: (.*)$/gm)].map(([, name]) => name);
  return judged(code, { passed, failed: told.length, skipped: [...text.matchAll(/^exempt: /gm)].length, told });
};

const WASM = {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
  CHROMEDRIVER: process.env.CHROMEDRIVER || onPath(['chromedriver']) || 'chromedriver',
  WASM_BINDGEN_USE_BROWSER: '1',
  WASM_BINDGEN_TEST_TIMEOUT: '300',
};

const layers = {
  native: () => cargo(['-p', 'miaoban', '--features', 'demo', '--lib', '--test', 'native']),
  'schema-suite': schemaSuite,
  backend: () => cargo(['-p', 'miaoban-backend']),
  wasm: () => cargo(['-p', 'miaoban', '--features', 'preview', '--test', 'wasm', '--target', 'wasm32-unknown-unknown'], WASM),
  openapi: () => node('tests/e2e/checks/openapi.test.mjs', 'tests/e2e/checks/form-schema.test.mjs', 'tests/e2e/checks/bundle-schema.test.mjs'),
  serve: () => node('tests/e2e/checks/serve.test.mjs'),
  budget: () => built('make', ['dist'], () => node('tests/e2e/checks/budget.test.mjs')),
  embed: () => built('make', ['embed'], () => node('tests/e2e/checks/embed.test.mjs')),
  e2e: () => built('make', ['demo-build', 'preview-build'], () => built('cargo', ['build', '-p', 'miaoban-backend'], e2e)),
  schemathesis: () => built('cargo', ['build', '-p', 'miaoban-backend'], schemathesis),
};
/** Those that a name can pick tests from. */
const NAMED = ['native', 'backend', 'wasm', 'openapi', 'serve', 'embed', 'e2e'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !layers[name]);
if (unknown.length) {
  console.error(`no such layer: ${unknown.join(', ')} (there are ${Object.keys(layers).join(', ')})`);
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const chosen = asked.length ? asked : only ? NAMED : Object.keys(layers);
const results = [];
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const from = Date.now();
  results.push({ name, ...(await layers[name]()), seconds: Math.round((Date.now() - from) / 1000) });
}
const all = sum(results);
console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(`  ${name.padEnd(14)} ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`);
}
for (const { name, told = [] } of results) for (const line of told) console.log(`\n  ${name}: ${line}`);
const nothing = only && all.passed + all.failed === 0;
if (nothing) console.log(`  no test is called ${only}`);
console.log(`\n${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`);
process.exit(all.failed || nothing ? 1 : 0);
