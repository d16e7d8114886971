// A source that is wrong: where it is corrected, and a note that goes along.
import { axe, expect, fitsTheScreen, test } from '../fixtures';

test('what is wrong in a source can be noted, and a person looks at it', async ({ page, form, review, decision }) => {
  await page.goto('/services/no-criminal-record/form?person=he');
  await form.filled();
  await page.locator('[data-source-card="identity"] [data-action="dispute"]').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('公安派出所户籍窗口');
  await axe(page);
  await sheet.locator('[data-dispute="/name"] [data-action="note"]').click();
  await sheet.locator('[data-dispute="/name"] textarea').fill('改过名字');
  await axe(page);
  await sheet.locator('[data-action="dispute-done"]').click();
  await fitsTheScreen(page);
  await form.answer('/purpose', 0);
  await form.answer('/delivery', 0);
  if (await form.field('/email').locator('input').count()) await form.answer('/email', 'he@example.com');
  await form.next();
  await expect(review.main).toContainText('改过名字');
  await review.next();
  await decision.settled();
  await expect(decision.main).toContainText('改过名字');
  await expect(page.locator('[data-decision]')).toHaveAttribute('data-decision', 'manual');
});
