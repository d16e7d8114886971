// Journeys in a real browser, under the strict Content-Security-Policy, against both hosts of the demo backend:
// `embedded` in the page, and `reference` over HTTP with SQLite. `make test-e2e` builds what is served here.
import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS, chromium } from '../../.ci/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.E2E_PORT || 4180);
const site = { embedded: `http://localhost:${port}`, reference: `http://localhost:${port + 1}`, preview: `http://localhost:${port + 3}`, bearer: `http://localhost:${port + 5}`, csrf: `http://localhost:${port + 7}` };
const backend = `http://localhost:${port + 2}`;
const accounts = `http://localhost:${port + 4}`;
// Every worker reads this file too, but only the first reading starts servers: with a database of their own each time.
const databases = process.env.TEST_WORKER_INDEX ? '' : mkdtempSync(join(tmpdir(), 'miaoban-e2e-'));

/** A reference backend and, a port below it, the app that talks to it; each with a way of its own to carry sessions. */
const pair = (at: number, name: string, options: string, session: object) => [
  { command: `node .ci/serve.mjs --dir dist-demo --port ${at} --backend http://localhost:${at + 1}/api --config '${JSON.stringify({ session })}'`, url: `http://localhost:${at}/config.json` },
  {
    command: `cargo run -q -p miaoban-backend -- --port ${at + 1} --db '${join(databases, `${name}.sqlite`)}' --origin http://localhost:${at} ${options}`,
    url: `http://localhost:${at + 1}/api/session`,
    timeout: 600_000,
  },
];

export default defineConfig({
  testDir: 'specs',
  outputDir: '../out/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  reporter: [['line'], ['junit', { outputFile: '../out/e2e.xml' }], ['json', { outputFile: '../out/e2e.json' }]],
  use: {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromium(), args: CHROMIUM_ARGS },
  },
  projects: [
    { name: 'embedded', use: { baseURL: site.embedded }, testIgnore: ['examples.spec.ts', 'hosted.spec.ts', 'carry.spec.ts', 'elsewhere.spec.ts', 'account.spec.ts', 'guardian.spec.ts', 'bearer.spec.ts', 'csrf.spec.ts', 'ways.spec.ts'] },
    // What has nothing to do with the backend is run once.
    { name: 'reference', use: { baseURL: site.reference }, testMatch: ['journeys.spec.ts', 'faults.spec.ts', 'carry.spec.ts', 'elsewhere.spec.ts', 'drafts.spec.ts', 'dispute.spec.ts', 'parts.spec.ts', 'uploads.spec.ts', 'passkey.spec.ts', 'records.spec.ts', 'matrix.spec.ts', 'ways.spec.ts', 'account.spec.ts', 'acting.spec.ts', 'guardian.spec.ts', 'level.spec.ts', 'bundles.spec.ts'] },
    { name: 'bearer', use: { baseURL: site.bearer }, testMatch: 'bearer.spec.ts' },
    { name: 'csrf', use: { baseURL: site.csrf }, testMatch: 'csrf.spec.ts' },
    // No backend at all: every example has one of its own in memory.
    { name: 'preview', use: { baseURL: site.preview }, testMatch: ['examples.spec.ts', 'hosted.spec.ts'] },
  ],
  webServer: [
    { command: `node .ci/serve.mjs --dir dist-demo --port ${port}`, url: `${site.embedded}/config.json` },
    { command: `node .ci/serve.mjs --dir dist-preview --port ${port + 3}`, url: `${site.preview}/config.json` },
    { command: `node .ci/serve.mjs --dir dist-demo --port ${port + 1} --backend ${backend}/api`, url: `${site.reference}/config.json` },
    { command: `node tests/e2e/account-provider.mjs --port ${port + 4} --redirect ${site.reference}/handoff`, url: `${accounts}/.well-known/openid-configuration` },
    {
      command: `cargo run -q -p miaoban-backend -- --port ${port + 2} --db '${join(databases, 'reference.sqlite')}' --origin ${site.reference} --oidc-issuer ${accounts} --oidc-client-id miaoban`,
      // As a deployment would: a secret on a command line is everybody's.
      env: { ...process.env, OIDC_CLIENT_SECRET: 'a-secret-of-tests-only' } as Record<string, string>,
      url: `${backend}/api/session`,
      timeout: 600_000,
    },
    ...pair(port + 5, 'bearer', '--session bearer', { kind: 'bearer' }),
    ...pair(port + 7, 'csrf', '--csrf', { kind: 'cookie', csrf: { header: 'X-CSRF-Token' } }),
  ].map((server) => ({ cwd: root, reuseExistingServer: false, stdout: 'ignore' as const, stderr: 'pipe' as const, ...server })),
});
