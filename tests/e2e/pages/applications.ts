import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class ApplicationsPage extends Screen {
  constructor(page: Page) {
    super(page, 'applications');
  }
}
