import type { Locator, Page } from '@playwright/test';
import { Screen } from './screen';

export class PlanPage extends Screen {
  constructor(page: Page) {
    super(page, 'plan');
  }

  /** The services that are in the plan, or not. */
  services(state: 'included' | 'left-out' = 'included'): Locator {
    return this.main.locator(`[data-plan-state="${state}"]`);
  }

  /** A service of the bundle, in the plan or not. */
  service(id: string): Locator {
    return this.main.locator(`[data-plan-service="${id}"]`);
  }

  /** What was answered to a question. */
  answer(question: string): Locator {
    return this.main.locator(`[data-answer="${question}"]`);
  }

  /** Goes to a question whose answer is to change. */
  async change(question: string) {
    await this.answer(question).locator('[data-action="change"]').click();
  }

  /** What the last change of an answer has changed. */
  get changes(): Locator {
    return this.main.getByRole('status');
  }
}
