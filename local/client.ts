import type { Problem } from '../shared/contracts/common.ts';
import type { Route, RouteAnswer, RouteInput } from '../shared/contracts/route.ts';

/** A problem document as an error: what the API said, in its own words. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(route: Route, problem: Problem) {
    const fields = (problem.errors ?? []).map(({ field, detail }) => `${field}: ${detail}`);
    super(
      `${route.method} ${route.path} → ${problem.status} ${problem.title} ${[problem.detail, ...fields].join(' ')}`,
    );
    this.problem = problem;
  }
}

type Given<R extends Route> = {
  [Part in keyof RouteInput<R> as RouteInput<R>[Part] extends undefined ? never : Part]: RouteInput<R>[Part];
};

interface CallOptions {
  /** A mailed link's token or an OIDC access token. */
  readonly token?: string;
  readonly idempotencyKey?: string;
}

/** A client of the JSON API, typed by the route table. */
export interface Client {
  readonly call: <R extends Route>(route: R, input: Given<R> & CallOptions) => Promise<RouteAnswer<R>>;
}

const pathOf = (route: Route, params: Record<string, string>) =>
  route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

export const apiClient = (baseUrl: string): Client => ({
  call: async <R extends Route>(route: R, input: Given<R> & CallOptions) => {
    const { params, query, body, token, idempotencyKey } = input as CallOptions & {
      params?: Record<string, string>;
      query?: Record<string, string | number | undefined>;
      body?: unknown;
    };
    const url = new URL(pathOf(route, params ?? {}), baseUrl);
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiProblem(route, JSON.parse(text) as Problem);
    return (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as RouteAnswer<R>;
  },
});
