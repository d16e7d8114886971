// Every named example of every page and component: accessible, nothing sticks out of a 360 pixel screen, and every target is large
// enough for a thumb. The preview is loaded once a subject, and goes from one example to the next as Back and Forward would.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { TAGS, expect, test, width } from '../fixtures';

const source = fileURLToPath(new URL('../../../src/preview/examples/', import.meta.url));
const names = readdirSync(source)
  .sort()
  .flatMap((file) => [...readFileSync(source + file, 'utf8').matchAll(/Example::new\(\s*"([^"]+)"/g)].map(([, name]) => name));

/** axe itself, put into the page once a load: the builder would do it once an example. */
const require = createRequire(import.meta.url);
const axe = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** One readable line for each violation. */
const violations = (page: Page) =>
  page.evaluate(async (tags) => {
    // @ts-expect-error axe is not known to the page's types.
    const { violations } = await window.axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false, iframes: false });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help} at ${n.target.join(' ')}`)) as string[];
  }, TAGS);

/** Loads the preview's list. */
const load = async (page: Page, query: string) => {
  await page.goto(`/?${query}`);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await page.evaluate(axe);
};

/** Pages by page, components by the files' subjects: enough groups to share between workers, few enough to load the preview rarely. */
const groups = new Map<string, string[]>();
for (const name of names) {
  const [kind, subject] = name.split('/');
  const group = kind === 'page' ? `page/${subject}` : `ui/${subject[0]}`;
  groups.set(group, [...(groups.get(group) ?? []), name]);
}

const LOOKS = [
  { look: 'zh-CN, light', query: 'lang=zh-CN&theme=light', target: 44 },
  { look: 'en, elder, dark', query: 'lang=en&size=elder&theme=dark', target: 60 },
];

/** Goes to an example without loading the program anew; waits until it is drawn and stands still. */
const open = async (page: Page, name: string, query: string) => {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/?example=${name}&${query}`);
  await expect(page.locator(`html[data-preview="${name}"][data-ready="true"]`)).toBeAttached();
};

/** Buttons and links that a thumb would miss: smaller than `least` pixels either way. Links within a sentence may be (WCAG 2.5.8). */
const small = (page: Page, least: number) =>
  page.evaluate((least) => {
    const modal = document.querySelector('dialog[open]');
    const told: string[] = [];
    for (const element of (modal ?? document).querySelectorAll<HTMLElement>('button, a[href]')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'inline') continue;
      const { width, height } = element.getBoundingClientRect();
      if (width >= least - 0.5 && height >= least - 0.5) continue;
      // What is drawn small may still answer to a touch around it.
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y, reach] = [(left + right) / 2, (top + bottom) / 2, least / 2 - 1];
      const answers = (dx: number, dy: number) => element.contains(document.elementFromPoint(x + dx, y + dy));
      const wide = width >= least - 0.5 || (answers(-reach, 0) && answers(reach, 0));
      const tall = height >= least - 0.5 || (answers(0, -reach) && answers(0, reach));
      if (!wide || !tall) told.push(`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`);
    }
    return told;
  }, least);

for (const [group, examples] of groups) {
  for (const { look, query, target } of LOOKS) {
    test(`${group} (${examples.length}) in ${look}`, async ({ page }) => {
      test.setTimeout(30_000 + examples.length * 10_000);
      await load(page, query);
      for (const name of examples) {
        await test.step(name, async () => {
          await open(page, name, query);
          expect.soft(await violations(page), `accessibility of ${name}`).toEqual([]);
          const [content, screen] = await width(page);
          expect.soft(content, `width of ${name}`).toBeLessThanOrEqual(screen);
          // A shared terminal that nobody uses any more sets the size of the text back by itself.
          const elder = await page.evaluate(() => document.documentElement.getAttribute('data-size') === 'elder');
          expect.soft(await small(page, elder ? target : Math.min(target, 44)), `targets of ${name}`).toEqual([]);
        });
      }
    });
  }
}

test('the list names every example, and the filter narrows it', async ({ page }) => {
  await load(page, 'lang=en');
  const links = page.locator('.pv-list__groups .pv-list__link');
  await expect(links).toHaveCount(names.length);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('searchbox').fill('page/form');
  await expect(links).toHaveCount(names.filter((name) => name.includes('page/form')).length);
  await links.first().click();
  await expect(page.locator('html[data-ready="true"] main[data-page="form"]')).toBeVisible();
});
