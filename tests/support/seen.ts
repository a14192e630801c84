import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page, type Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import type { ServingFunction } from '../../shared/contracts/route.ts';
import type { HttpAnswer, HttpEvent } from '../../shared/http/binding.ts';
import { createRouter } from '../../local/routes.ts';

/** Pages as people see them: in a real browser, small and large, light and dark, with and without scripts. */

/** Where the pages are, for a browser whose every request the functions answer without a network. */
export const site = 'https://site.example.org';

/** Whatever answers like the functions behind the HTTP API. */
export interface Answering {
  readonly answer: (served: ServingFunction, event: HttpEvent) => Promise<HttpAnswer>;
}

const served = new Map(routes.map((route) => [`${route.method} ${route.path}`, route.served]));
const find = createRouter([...served.keys()]);

/** Answers a request of the browser by the function whose route it is, as API Gateway would ask it. */
const answerBy =
  ({ answer }: Answering) =>
  async (route: Route): Promise<void> => {
    const request = route.request();
    const { host, pathname, search, searchParams } = new URL(request.url());
    const method = request.method();
    const found = find(method, decodeURIComponent(pathname));
    const body = request.postData();
    const { cookie, ...headers } = await request.allHeaders();
    const event = {
      version: '2.0',
      routeKey: found?.key ?? '$default',
      rawPath: decodeURIComponent(pathname),
      rawQueryString: search.slice(1),
      headers: { host, ...headers },
      ...(cookie !== undefined && { cookies: cookie.split('; ') }),
      ...(searchParams.size > 0 && { queryStringParameters: Object.fromEntries(searchParams) }),
      pathParameters: found?.parameters ?? {},
      requestContext: { http: { method, path: pathname, sourceIp: '192.0.2.7' }, requestId: 'request-1' },
      ...(body !== null && { body }),
      isBase64Encoded: false,
    } as unknown as HttpEvent;
    const reply = await answer(served.get(found?.key ?? '') ?? 'api-docs', event);
    // A redirect of an answer that was given here would be looked up in the network: the page leads on instead.
    const to = reply.headers?.['location'];
    if (reply.statusCode === 303 && to !== undefined) {
      const leadingOn = `<meta http-equiv="refresh" content="0;url=${String(to)}">`;
      await route.fulfill({ status: 200, contentType: 'text/html', body: leadingOn });
      return;
    }
    const sent = Object.fromEntries(Object.entries(reply.headers ?? {}).map(([name, value]) => [name, String(value)]));
    await route.fulfill({ status: reply.statusCode ?? 200, headers: sent, body: reply.body ?? '' });
  };

export const phone = { width: 320, height: 720 };
export const desk = { width: 1280, height: 900 };

interface Sight {
  readonly viewport?: typeof phone;
  readonly scripts?: boolean;
  /** Fingers instead of a mouse. */
  readonly touch?: boolean;
  readonly scheme?: 'light' | 'dark';
}

/** What the content policy stopped in a window, and what failed in a script: both show in the console only. */
const consoleOf = new WeakMap<Page, string[]>();

const openWindow = async (
  browser: Browser,
  { viewport = desk, scripts = true, touch = false, scheme = 'light' }: Sight,
): Promise<Page> => {
  const options: BrowserContextOptions = {
    viewport,
    javaScriptEnabled: scripts,
    hasTouch: touch,
    colorScheme: scheme,
    // A colour that is still changing has no contrast to judge.
    reducedMotion: 'reduce',
    locale: 'en-US',
  };
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  consoleOf.set(page, faults);
  return page;
};

/** The browser of a test file; call it at the top of the file. Every page that it opens is closed at the end. */
export const useBrowser = () => {
  let browser: Browser;
  const windows = new Map<string, Page>();
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => browser.close());
  return {
    /**
     * A window for this sight, without cookies. A test file has one for each sight, because a new one costs more than
     * a second: whoever opens it again takes it from whoever had it before, unless it was closed.
     *
     * `answering`: who answers what is asked of `site`; left out, the browser asks the network.
     */
    open: async (sight: Sight = {}, answering?: Answering): Promise<Page> => {
      const key = JSON.stringify(sight);
      const before = windows.get(key);
      const page = before === undefined || before.isClosed() ? await openWindow(browser, sight) : before;
      windows.set(key, page);
      // What the page before still loads would be looked up in the network once nobody answers it.
      await page.goto('about:blank');
      consoleOf.get(page)?.splice(0);
      const context = page.context();
      await context.clearCookies();
      await context.unrouteAll();
      if (answering !== undefined) await context.route(`${site}/**`, answerBy(answering));
      await page.setViewportSize(sight.viewport ?? desk);
      await page.emulateMedia({ colorScheme: sight.scheme ?? 'light' });
      return page;
    },
  };
};

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What WCAG 2.2 AA finds wrong with what is shown, a line for each place. `only`: one rule, by its name in axe. */
export const accessFaults = async (page: Page, only?: string): Promise<readonly string[]> => {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const runOnly =
    only === undefined ? { type: 'tag' as const, values: levels } : { type: 'rule' as const, values: [only] };
  return page.evaluate(async (chosen) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: chosen,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, runOnly);
};

/**
 * Shows a page in a window that has one of the same site already: much quicker than opening it, because the checker of
 * access need not be read again. Its scripts do not run; a journey shows what they do.
 */
export const showInstead = async (page: Page, text: string): Promise<void> => {
  const inside = text.replaceAll(/^<!doctype html>\s*<html[^>]*>|<\/html>\s*$/g, '');
  // As text: what runs in a browser has types that the tests have not.
  await page.evaluate(`(async () => {
    document.documentElement.innerHTML = ${JSON.stringify(inside)};
    const sheets = [...document.querySelectorAll('link[rel=stylesheet]')];
    await Promise.all(
      sheets.map((sheet) => sheet.sheet ?? new Promise((done) => sheet.addEventListener('load', done, { once: true }))),
    );
  })()`);
};

/** How many pixels a page is wider than its window: what is cut off, or scrolls to the side. */
export const tooWide = async (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const folder = join(import.meta.dirname, '../../screenshots');

/** Pictures are for people, and take a quarter of the time that looking at a page takes. */
const picturesWanted = process.env['PICTURES'] === 'yes';

/** With `PICTURES=yes`, keeps a picture of the whole page in `screenshots/`, to be looked at by whoever changed it. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  if (!picturesWanted) return;
  mkdirSync(folder, { recursive: true });
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const { data } = await session.send('Page.captureScreenshot', {
    clip: { ...cssContentSize, scale: 1 },
    captureBeyondViewport: true,
    optimizeForSpeed: true,
  });
  await session.detach();
  writeFileSync(join(folder, `${name}.png`), data, 'base64');
};

/**
 * Looks at a page that is shown, in every way that people may see it: on a phone in the light, at a desk in the dark,
 * with text of twice the size. Nothing may be inaccessible, cut off, or stopped by the content policy.
 */
export const expectFitForAll = async (page: Page, name: string): Promise<void> => {
  const faults: string[] = [];
  const views = [
    { view: phone, scheme: 'light' },
    { view: desk, scheme: 'dark' },
  ] as const;
  for (const { view, scheme } of views) {
    await page.setViewportSize(view);
    await page.emulateMedia({ colorScheme: scheme });
    // Of what depends on the colours only the contrast does.
    for (const fault of await accessFaults(page, scheme === 'dark' ? 'color-contrast' : undefined))
      faults.push(`${view.width} ${scheme}: ${fault}`);
    const wide = await tooWide(page);
    if (wide > 0) faults.push(`${view.width}: ${wide} pixels too wide`);
    await keepPicture(page, `${name}-${view.width}`);
  }
  await page.evaluate('document.documentElement.style.fontSize = "200%"');
  const wide = await tooWide(page);
  if (wide > 0) faults.push(`text of twice the size: ${wide} pixels too wide`);
  await page.evaluate('document.documentElement.style.fontSize = ""');
  expect([...faults, ...(consoleOf.get(page) ?? [])], name).toEqual([]);
};

/** Shows what was answered instead of a page of the same site: fit for everybody, with one heading of the first rank. */
export const see = async (page: Page, { body = '' }: HttpAnswer, name: string): Promise<string> => {
  await showInstead(page, body);
  expect(await page.locator('h1').count()).toBe(1);
  await expectFitForAll(page, name);
  return body;
};
