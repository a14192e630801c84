import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { phone, useBrowser } from '../support/seen.ts';
import { startService, type Service } from '../support/service.ts';

/** What all journeys have in common: it takes seconds to start. */
export interface Stage {
  /** The whole service on a laptop cloud; journeys find what earlier ones left in it. */
  readonly service: () => Service;
  /** The address of a path of it. */
  readonly at: (path: string) => string;
  /** A window of a real browser. */
  readonly open: (...sight: Parameters<ReturnType<typeof useBrowser>['open']>) => Promise<Page>;
}

/** Sets the stage of a test file; call it at the top of the file. */
export const useStage = (): Stage => {
  const browser = useBrowser();
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());
  return { service: () => service, at: (path) => `${service.cloud.api}${path}`, open: browser.open };
};

/** Somebody with a phone and without scripts, who finds the way by the links in the own mails; call it in a `describe`. */
export interface Reader {
  readonly page: () => Page;
  readonly press: (button: string) => Promise<void>;
  readonly title: () => Promise<string | null>;
  /** Opens the newest mailed link of one page, such as `status`. */
  readonly goTo: (link: string) => Promise<void>;
}

export const aReader = ({ service, at, open }: Stage, email: string): Reader => {
  let page: Page;
  beforeAll(async () => {
    page = await open({ viewport: phone, scripts: false });
  });
  return {
    page: () => page,
    press: async (button) => page.getByRole('button', { name: button, exact: true }).click(),
    title: async () => page.getByRole('heading', { level: 1 }).textContent(),
    goTo: async (link) => {
      await page.goto(at(`/${link}/${await service().linkIn(email, link)}`));
    },
  };
};
