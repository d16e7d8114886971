// Joins style/*.css into the stylesheets that the page links (trunk's own css pipeline does not follow @import): app.css, of the blocks that a first
// visit shows, and applying.css, of the others, which a release build fetches with the pages that show them (.ci/bundle.mjs).
//
// Order: tokens.css, base.css, then the rest by name; applying.css comes after app.css. preview*.css, with embed.css for the forms of other people's
// pages, makes a sheet of its own, so that citizens never download it.
// A file is written only when it changed: trunk watches the sources, and a fresh write would start the next build.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const FIRST = ['tokens', 'base'];
/** What the pages of the first visit are made of (home, themes, a service, applications, and the frame of every page). */
const APP = [
  ...FIRST, 'acting-bar', 'button', 'card', 'choice', 'display-menu', 'empty', 'failed', 'need-row', 'notice', 'offline-bar', 'overlay', 'page', 'page-parts', 'row', 'search-box',
  'skeleton', 'switch', 'tag', 'theme-grid', 'way-out',
].map((block) => `${block}.css`);
const source = new URL('../style/', import.meta.url);
const target = new URL('../src/shell/generated/', import.meta.url);

const rank = (name) => (FIRST.indexOf(name.replace('.css', '')) + 1 || FIRST.length + 1);
const names = existsSync(source)
  ? readdirSync(source).filter((n) => n.endsWith('.css')).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  : [];

const join = (list) => list.map((n) => `/* ${n} */\n${readFileSync(new URL(n, source), 'utf8').trim()}\n`).join('\n');

const write = (name, text) => {
  const file = new URL(name, target);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};

const strange = APP.filter((n) => names.length && !names.includes(n));
if (strange.length) {
  console.error(`styles: .ci/styles.mjs names what style/ does not have (${strange.join(', ')})`);
  process.exit(1);
}
const bad = names.filter((n) => /@import/.test(readFileSync(new URL(n, source), 'utf8')));
if (bad.length) {
  console.error(`styles: @import does not work here; name the file in style/ instead (${bad.join(', ')})`);
  process.exit(1);
}
mkdirSync(target, { recursive: true });
const isApart = (n) => n === 'embed.css' || n.startsWith('preview');
write('app.css', join(names.filter((n) => APP.includes(n))));
write('applying.css', join(names.filter((n) => !APP.includes(n) && !isApart(n))));
write('preview.css', join(names.filter(isApart)));
