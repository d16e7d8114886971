// What a citizen downloads first from a production build, against its budget (`make bench`; held by tests/e2e/checks/budget.test.mjs).
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, size } from './compress.mjs';

/** Where the first load (wasm + js + css, brotli 11) is to get. */
export const GOAL = 200 * 1024;
/** What it may be today: lowered with everything that makes it smaller, never raised. */
export const BUDGET = 400 * 1024;

/** Each file of the first load: {name, raw, packed} in bytes, largest first. */
export const measure = (dir) =>
  readdirSync(dir)
    .filter((name) => ['.wasm', '.js', '.css'].includes(extname(name)))
    .map((name) => {
      const bytes = readFileSync(join(dir, name));
      return { name, raw: bytes.length, packed: brotli(bytes, name).length };
    })
    .sort((a, b) => b.packed - a.packed);

export const total = (files) => files.reduce((sum, { packed }) => sum + packed, 0);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = measure(process.argv[2] ?? 'dist');
  for (const { name, raw, packed } of files) console.log(`  ${name.padEnd(44)} ${size(raw).padStart(10)} ${size(packed).padStart(10)}`);
  const sum = total(files);
  console.log(`  first load: ${size(sum)} of ${size(BUDGET)} allowed, ${size(GOAL)} aimed at (brotli 11)`);
  process.exit(sum > BUDGET ? 1 : 0);
}
