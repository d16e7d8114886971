// Makes one small script of wasm-bindgen's loader and of the one that fetches what .ci/split cut out, and puts the cut-out parts beside it, all
// under names that change with their content. The stylesheet of a part, linked by index.html under the part's name, is fetched with the part instead.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { build } = createRequire(new URL('../tests/setup/package.json', import.meta.url))('esbuild');

const hashed = (name, bytes) => name.replace(/(-[0-9a-f]{16})?(\.\w+)$/, `-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}$2`);

const STYLESHEET = fileURLToPath(new URL('split/stylesheet.js', import.meta.url));

/** Rewrites index.html of `dir`, a build by trunk, for the parts in `cut`. */
export const bundle = async (dir, cut) => {
  const page = join(dir, 'index.html');
  let html = readFileSync(page, 'utf8');
  const loader = /miaoban-[0-9a-f]+\.js/.exec(html)[0];
  let fetching = readFileSync(join(cut, '__wasm_split.js'), 'utf8');
  for (const part of readdirSync(cut).filter((name) => name.endsWith('.wasm'))) {
    const bytes = readFileSync(join(cut, part));
    const name = hashed(part, bytes);
    if (!fetching.includes(`"./${part}"`)) throw new Error(`${part} was cut out, but nothing fetches it`);
    fetching = fetching.replace(`"./${part}"`, `"./${name}"`);
    writeFileSync(join(dir, name), bytes);
    const family = /^split_(.*)\.wasm$/.exec(part)?.[1];
    const sheet = new RegExp(`<link[^>]*href="?[^" >]*?(${family}-[0-9a-f]+\\.css)[^>]*>`).exec(html);
    if (!sheet) continue;
    html = html.replace(sheet[0], '');
    const whole = new RegExp(`(__wasm_split_load_${family} = wrapAsyncCb\\()(makeLoad\\([^]*?, \\[[^\\]]*\\]\\))\\);`);
    if (!whole.test(fetching)) throw new Error(`${sheet[1]} belongs to ${part}, which nothing fetches`);
    fetching = fetching.replace(whole, `$1dressed(new URL("./${sheet[1]}", import.meta.url).href, $2));`);
  }
  fetching = `import { dressed } from ${JSON.stringify(STYLESHEET)};\n${fetching}`;
  const entry = join(dir, loader);
  const { outputFiles } = await build({
    // No more of the loader than src/shell/start.js asks for.
    stdin: { contents: `export { default } from ${JSON.stringify(entry)};`, resolveDir: dir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
    plugins: [
      {
        name: 'parts',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /__wasm_split\.js$/ }, () => ({ path: 'fetching', namespace: 'parts' }));
          // It asks the loader for the running module, by the name that the loader had before trunk gave it a hash.
          onResolve({ filter: /^\.\/.*\.js$/, namespace: 'parts' }, () => ({ path: entry }));
          onLoad({ filter: /.*/, namespace: 'parts' }, () => ({ contents: fetching, resolveDir: dir }));
        },
      },
    ],
  });
  const script = outputFiles[0].contents;
  const name = hashed(loader, script);
  rmSync(entry);
  writeFileSync(join(dir, name), script);
  writeFileSync(page, html.replaceAll(loader, name));
};
