// Finishes what trunk built, in its staging directory (TRUNK_STAGING_DIR).
//
// MIAOBAN_BUILD says which build it is:
//   dist     production: no demo data, config.json points at /api on the same origin, everything precompressed;
//   demo     the embedded backend: config.json names no backend;
//   preview  as demo;
//   unset    a development build: nothing to do.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './budget.mjs';
import { bundle } from './bundle.mjs';
import { brotli, gzip, isCompressible } from './compress.mjs';

const dir = process.env.TRUNK_STAGING_DIR;
const build = process.env.MIAOBAN_BUILD;
if (!dir || !build) process.exit(0);

/** Every file below a directory. */
const files = (at) =>
  readdirSync(at, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? files(join(at, e.name)) : [join(at, e.name)]));

const configFile = join(dir, 'config.json');
const config = JSON.parse(readFileSync(configFile, 'utf8'));
config.backend = build === 'dist' ? (process.env.MIAOBAN_BACKEND || '/api') : null;
writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`);

// The preview is one file: nobody downloads it over a weak network.
if (build !== 'preview') await bundle(dir, fileURLToPath(new URL('../target/split/miaoban', import.meta.url)));

if (build === 'dist') {
  rmSync(join(dir, 'demo'), { recursive: true, force: true });
  for (const file of files(dir).filter(isCompressible)) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotli(bytes, file));
    writeFileSync(`${file}.gz`, gzip(bytes));
  }
  report(dir);
}
