import type { MiddlewareObj } from '@middy/core';
import { problemPage } from '../html/problem-page.ts';
import { renderPage } from '../html/render.ts';
import { errorFields, type Log } from '../observability/log.ts';
import type { HttpAnswer, HttpEvent } from './binding.ts';
import { HttpProblem } from './problems.ts';

type Middleware = MiddlewareObj<HttpEvent, HttpAnswer>;

/** One line for every request. The path stays out of it: those of pages hold tokens. */
export const requestLog = (log: Log): Middleware => {
  const startedAt = new WeakMap<object, number>();
  const write = ({ event, response }: { event: HttpEvent; response: HttpAnswer | null | undefined }): void => {
    log.info('request answered', {
      route: event.routeKey,
      status: response?.statusCode,
      requestId: event.requestContext.requestId,
      milliseconds: Math.round(performance.now() - (startedAt.get(event) ?? performance.now())),
    });
  };
  return {
    before: ({ event }) => {
      startedAt.set(event, performance.now());
    },
    after: write,
    onError: write,
  };
};

const onEveryAnswer = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // Tokens stand in the paths of pages: no other site may learn of one.
  'referrer-policy': 'no-referrer',
  // No other site keeps hold of a window that shows a page of ours, or loads one as a part of its own.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

/** Nothing inline, nothing from elsewhere, in no frame; a form is sent to us or nowhere. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const documentPolicy = "default-src 'none'; frame-ancestors 'none'";

const addHeaders = ({ response }: { response: HttpAnswer | null | undefined }): void => {
  if (!response) return;
  const isPage = String(response.headers?.['content-type']).startsWith('text/html');
  response.headers = {
    'cache-control': 'no-store',
    'content-security-policy': isPage ? pagePolicy : documentPolicy,
    ...onEveryAnswer,
    ...response.headers,
  };
};

/** Headers of every answer; what a binding set itself stays. */
export const securityHeaders = (): Middleware => ({ after: addHeaders, onError: addHeaders });

/** People come to the pages, programs to the API: each is told a problem in its own form. */
const isForPrograms = ({ rawPath }: HttpEvent): boolean => rawPath.startsWith('/api/');

/** Turns whatever was thrown into an answer. Only an `HttpProblem` says what it is; the rest is logged and kept in. */
export const problemAnswers = (log: Log): Middleware => ({
  onError: async (request) => {
    const { error, event } = request;
    const { requestId } = event.requestContext;
    const known = error instanceof HttpProblem ? error : new HttpProblem('internal-error');
    // Counted by an alarm: a flood, or a limit that is too small.
    if (known.code === 'limit-reached') log.info('form refused', { formRefused: event.routeKey, requestId });
    if (known !== error) log.error('request failed', { route: event.routeKey, requestId, ...errorFields(error) });
    if (known.cause !== undefined)
      log.info('what was behind a problem', { code: known.code, requestId, ...errorFields(known.cause) });
    const problem = known.status < 500 ? known.problem : { ...known.problem, requestId };
    request.response = {
      statusCode: known.status,
      headers: {
        ...known.headers,
        'content-type': isForPrograms(event) ? 'application/problem+json' : 'text/html; charset=utf-8',
      },
      body: isForPrograms(event) ? JSON.stringify(problem) : await renderPage(problemPage(problem)),
    };
  },
});
