// Puts the embeddable form together (`make embed`): one script, its wasm, one stylesheet that touches nothing outside the form, and the types.
//
//   node .ci/embed.mjs [target directory of cargo's build] [output directory]
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, size } from './compress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { build, transform } = createRequire(join(root, 'tests/setup/package.json'))('esbuild');
const built = process.argv[2] ?? join(root, 'target/wasm32-unknown-unknown/embed');
const out = process.argv[3] ?? join(root, 'dist-embed');
const NAME = 'miaoban-form';

/** The blocks that a form is drawn with; the first two hold for all of them. */
const BLOCKS = [
  ...['tokens', 'base', 'button', 'card', 'check-line', 'check-row', 'choice', 'combo', 'embed', 'error-summary', 'field', 'file', 'find'],
  ...['page-parts', 'parts', 'repeat', 'search-box', 'sign', 'stretch', 'time', 'values'],
];

/**
 * A stylesheet in which everything holds within the form alone: what is said of the whole page (`:root`, `html`, `body`) is said of the form's
 * own root. What nesting cannot hold (`@keyframes`) goes before it; its names begin with `mb-` already.
 */
export const scoped = (css) => {
  const frames = [];
  const rest = css
    .replace(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, (text) => (frames.push(text), ''))
    .replace(/(^|[\s,{}])(?::root|html|body)(?=[\s,{[:.])/g, '$1&')
    .replace(/(^|[\s,{}])(\[data-(?:size|theme)=[^\]]*\])/g, '$1&$2');
  return `${frames.join('\n')}\n.mb-form {\n${rest}\n}`;
};

const styles = async () => {
  const css = BLOCKS.map((block) => readFileSync(join(root, 'style', `${block}.css`), 'utf8')).join('\n');
  // The syntax of nesting is not everywhere yet: esbuild writes it out.
  const { code } = await transform(scoped(css), { loader: 'css', minify: true, target: ['chrome100', 'safari15', 'firefox100'] });
  return code;
};

const main = async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'embed-'));
  const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', scratch, '--out-name', NAME, join(built, `${NAME}.wasm`)]);
  run('wasm-opt', ['-O3', join(scratch, `${NAME}_bg.wasm`), '-o', join(out, `${NAME}_bg.wasm`)]);
  const { outputFiles } = await build({
    stdin: { contents: `export { default, mountForm, validateData } from './${NAME}.js';`, resolveDir: scratch },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
  });
  writeFileSync(join(out, `${NAME}.js`), outputFiles[0].contents);
  writeFileSync(join(out, `${NAME}.css`), await styles());
  copyFileSync(join(root, 'src/embed', `${NAME}.d.ts`), join(out, `${NAME}.d.ts`));
  rmSync(scratch, { recursive: true });
  for (const name of readdirSync(out).sort()) {
    const bytes = readFileSync(join(out, name));
    console.log(`  ${name.padEnd(28)} ${size(bytes.length).padStart(10)} ${size(brotli(bytes, name).length).padStart(10)}`);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
