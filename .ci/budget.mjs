// What a citizen downloads from a production build (`make bench`): on the first visit, against its budget (held by
// tests/e2e/checks/budget.test.mjs), and later, when an application is begun.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, size } from './compress.mjs';

/** What the first load (wasm + js + css, brotli 11) may be. */
export const BUDGET = 200 * 1024;

/** Each program file of a build: {name, raw, packed} in bytes and whether it is `first`, that is, named by index.html; largest first. */
export const measure = (dir) => {
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  return readdirSync(dir)
    .filter((name) => ['.wasm', '.js', '.css'].includes(extname(name)))
    .map((name) => {
      const file = join(dir, name);
      const bytes = readFileSync(file);
      // A finished build brings what is sent; a directory of a test may not.
      const packed = existsSync(`${file}.br`) ? statSync(`${file}.br`).size : brotli(bytes, name).length;
      return { name, raw: bytes.length, packed, first: html.includes(name) };
    })
    .sort((a, b) => b.packed - a.packed);
};

export const firstLoad = (files) => files.filter(({ first }) => first).reduce((sum, { packed }) => sum + packed, 0);

/** Prints what a build weighs, and returns its first load in bytes. */
export const report = (dir) => {
  const files = measure(dir);
  for (const { name, raw, packed, first } of files) console.log(`  ${name.padEnd(44)} ${size(raw).padStart(10)} ${size(packed).padStart(10)}  ${first ? 'first' : 'later'}`);
  const sum = firstLoad(files);
  console.log(`  first load: ${size(sum)} of ${size(BUDGET)} allowed (wasm + js + css, brotli 11)`);
  return sum;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(report(process.argv[2] ?? 'dist') > BUDGET ? 1 : 0);
