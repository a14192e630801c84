import frame, { type MiddyfiedHandler } from '@middy/core';
import type { Binding, HttpAnswer, HttpEvent } from './binding.ts';
import type { Log } from '../observability/log.ts';
import { problemAnswers, requestLog, securityHeaders } from './middleware.ts';
import { HttpProblem } from './problems.ts';

interface Address {
  readonly method: string;
  /** In the form of the contracts, such as `/api/requests/{requestId}`. */
  readonly path: string;
}

interface ServeOptions {
  readonly log: Log;
  /** The addresses that exist, where a function answers for more than its own. */
  readonly addresses?: readonly Address[];
}

/** Does a path have the form of a route's, such as `/api/requests/{requestId}`? */
const hasForm = (path: string, form: string): boolean => {
  const parts = path.split('/');
  const formParts = form.split('/');
  return (
    parts.length === formParts.length &&
    formParts.every((part, index) => (part.startsWith('{') ? parts[index] !== '' : part === parts[index]))
  );
};

const unbound = ({ rawPath }: HttpEvent, addresses: readonly Address[]): HttpProblem => {
  const methods = new Set(addresses.filter(({ path }) => hasForm(rawPath, path)).map(({ method }) => method));
  return methods.size === 0
    ? new HttpProblem('no-such-route')
    : new HttpProblem('method-not-allowed', { headers: { allow: [...methods].join(', ') } });
};

/** The Lambda handler of a function: its routes, in one frame of log, headers and problem documents. */
export const serve = (
  bindings: readonly Binding[],
  { log, addresses = bindings.map(({ route }) => route) }: ServeOptions,
): MiddyfiedHandler<HttpEvent, HttpAnswer> => {
  const byKey = new Map(bindings.map((binding) => [`${binding.route.method} ${binding.route.path}`, binding]));
  return frame<HttpEvent, HttpAnswer>()
    .use([requestLog(log), securityHeaders(), problemAnswers(log)])
    .handler(async (event) => {
      const binding = byKey.get(event.routeKey);
      if (binding === undefined) throw unbound(event, addresses);
      return binding.answer(event);
    });
};
