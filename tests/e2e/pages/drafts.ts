import type { Locator, Page } from '@playwright/test';
import { Screen } from './screen';

export class DraftsPage extends Screen {
  constructor(page: Page) {
    super(page, 'drafts');
  }

  /** The line of a service's draft. */
  line(service: string): Locator {
    return this.main.locator(`[data-draft="${service}"]`);
  }
}
