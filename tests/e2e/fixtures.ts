// What every test stands on: a page that may not complain, accessibility checks, and the pages of the app as objects.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { AccountPage } from './pages/account';
import { ApplicationsPage } from './pages/applications';
import { CameraPage } from './pages/camera';
import { ConsentPage } from './pages/consent';
import { DecisionPage } from './pages/decision';
import { DraftsPage } from './pages/drafts';
import { FormPage } from './pages/form';
import { GuidePage } from './pages/guide';
import { HandoffPage } from './pages/handoff';
import { HomePage } from './pages/home';
import { PasskeysPage } from './pages/passkeys';
import { PlanPage } from './pages/plan';
import { ProviderPage } from './pages/provider';
import { RatingPage } from './pages/rating';
import { RecordsPage } from './pages/records';
import { ReviewPage } from './pages/review';
import { ServicePage } from './pages/service';
import { watch } from './privacy';

/** WCAG 2.2 AA. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with one readable line for each violation. */
export const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help} at ${n.target.join(' ')}`));
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
};

/** How wide the content is, and the screen. */
export const width = (page: Page) => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

/** The page's own width: nothing may stick out of the screen. */
export const fitsTheScreen = async (page: Page) => {
  const [content, screen] = await width(page);
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(screen);
};

interface Fixtures {
  /** Complaints that a test provokes on purpose. */
  tolerated: RegExp[];
  home: HomePage;
  service: ServicePage;
  guide: GuidePage;
  plan: PlanPage;
  consent: ConsentPage;
  camera: CameraPage;
  provider: ProviderPage;
  account: AccountPage;
  handoff: HandoffPage;
  form: FormPage;
  review: ReviewPage;
  decision: DecisionPage;
  rating: RatingPage;
  applications: ApplicationsPage;
  drafts: DraftsPage;
  passkeys: PasskeysPage;
  records: RecordsPage;
}

export const test = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  page: async ({ page, tolerated }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // An answer of 4xx is part of the contract (no draft yet: 404), and browsers always write it down.
      if (message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')) return;
      // Browsers ask for it at pages that name no icon.
      if (message.location().url.endsWith('/favicon.ico')) return;
      complaints.push(`console: ${message.text()}`);
    });
    const nothingLeaks = watch(page);
    await use(page);
    await nothingLeaks();
    expect(complaints.filter((c) => !tolerated.some((t) => t.test(c)))).toEqual([]);
  },
  home: async ({ page }, use) => use(new HomePage(page)),
  service: async ({ page }, use) => use(new ServicePage(page)),
  guide: async ({ page }, use) => use(new GuidePage(page)),
  plan: async ({ page }, use) => use(new PlanPage(page)),
  consent: async ({ page }, use) => use(new ConsentPage(page)),
  camera: async ({ page }, use) => use(new CameraPage(page)),
  provider: async ({ page }, use) => use(new ProviderPage(page)),
  account: async ({ page }, use) => use(new AccountPage(page)),
  handoff: async ({ page }, use) => use(new HandoffPage(page)),
  form: async ({ page }, use) => use(new FormPage(page)),
  review: async ({ page }, use) => use(new ReviewPage(page)),
  decision: async ({ page }, use) => use(new DecisionPage(page)),
  rating: async ({ page }, use) => use(new RatingPage(page)),
  applications: async ({ page }, use) => use(new ApplicationsPage(page)),
  drafts: async ({ page }, use) => use(new DraftsPage(page)),
  passkeys: async ({ page }, use) => use(new PasskeysPage(page)),
  records: async ({ page }, use) => use(new RecordsPage(page)),
});

export { expect };
