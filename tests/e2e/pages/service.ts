import type { Page } from '@playwright/test';
import { Screen } from './screen';

export class ServicePage extends Screen {
  constructor(page: Page) {
    super(page, 'service');
  }
}
