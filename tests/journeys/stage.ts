import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { useBrowser } from '../support/seen.ts';
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
