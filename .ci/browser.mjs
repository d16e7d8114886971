// Prints the chromium that tests drive: CHROMIUM, or one on PATH, or the one that Playwright downloaded. Exit code 1 where there is none.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these commands that PATH has. */
export const onPath = (names) => (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name))).find(runnable);

const playwrights = () => {
  try {
    const file = createRequire(new URL('../tests/e2e/', import.meta.url))('playwright-core').chromium.executablePath();
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
};

/** The browser's path, or `undefined`. */
export const chromium = () => process.env.CHROMIUM || onPath(NAMES) || playwrights();

/** What chromium needs to run unattended, as root too, and without calling anybody. */
export const CHROMIUM_ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = chromium();
  if (!found) process.exit(1);
  console.log(found);
}
