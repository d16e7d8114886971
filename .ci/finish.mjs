// Finishes what trunk built, in its staging directory (TRUNK_STAGING_DIR).
//
// MIAOBAN_BUILD says which build it is:
//   dist     production: no demo data, config.json points at /api on the same origin, everything precompressed;
//   demo     the embedded backend: config.json names no backend;
//   preview  as demo;
//   unset    a development build: nothing to do.
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotli, gzip, isCompressible, size } from './compress.mjs';

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

if (build === 'dist') {
  rmSync(join(dir, 'demo'), { recursive: true, force: true });
  for (const file of files(dir).filter(isCompressible)) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotli(bytes, file));
    writeFileSync(`${file}.gz`, gzip(bytes));
  }
  let first = 0;
  console.log('\n  file                                          bytes      brotli');
  for (const file of files(dir).filter((f) => existsSync(`${f}.br`)).sort()) {
    const [raw, br] = [statSync(file).size, statSync(`${file}.br`).size];
    if (['.wasm', '.js', '.css'].includes(extname(file))) first += br;
    console.log(`  ${relative(dir, file).padEnd(44)} ${String(raw).padStart(8)}    ${String(br).padStart(8)}`);
  }
  console.log(`  first load, wasm + js + css, brotli 11: ${size(first)}\n`);
}
