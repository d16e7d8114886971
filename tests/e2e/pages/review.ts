import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class ReviewPage extends Screen {
  constructor(page: Page) {
    super(page, 'review');
  }
}
