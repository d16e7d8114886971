import type { Locator, Page } from '@playwright/test';
import { Screen } from './screen';

export class RecordsPage extends Screen {
  constructor(page: Page) {
    super(page, 'records');
  }

  /** The consents in a state: `active`, `withdrawn`, `expired`. */
  record(state: string): Locator {
    return this.main.locator(`[data-record-state="${state}"]`);
  }
}
