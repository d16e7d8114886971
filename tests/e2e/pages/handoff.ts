import type { Page } from '@playwright/test';
import { Screen } from './screen';

/** Shown while the backend is asked, and where the check did not end well. */
export class HandoffPage extends Screen {
  constructor(page: Page) {
    super(page, 'handoff');
  }
}
