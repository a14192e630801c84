import type { Page } from 'playwright-core';
import { stepOf, type RequestStep } from '../../shared/contracts/request-form/steps.ts';
import type { DraftFields } from '../../shared/domain/draft.ts';

/** Fills in a step of a request's form, like somebody who sees the page: hidden parts only once they show. */
export const fillIn = async (page: Page, step: RequestStep, fields: DraftFields): Promise<void> => {
  const closed = page.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  for (const [name, text] of Object.entries(fields).filter(([field]) => stepOf(field) === step)) {
    const control = page.locator(`[name="${name}"]`);
    const type = await control.first().getAttribute('type');
    if (type === 'radio') await page.locator(`[name="${name}"][value="${text}"]`).check();
    else if (type === 'checkbox') await control.check();
    else if (name.endsWith('.day')) await control.selectOption(text);
    else await control.fill(text);
  }
};
