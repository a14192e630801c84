import type { Route } from '../../../shared/contracts/route.ts';
import type { HttpEvent } from '../../../shared/http/binding.ts';

export interface EventChange {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly base64?: boolean;
  readonly bearer?: string;
  /** The groups of a signed-in person, as API Gateway writes them. */
  readonly groups?: string | readonly string[];
  /** Who that person is. */
  readonly sub?: string;
}

const authorizer = ({ groups, sub = 'coordinator-1' }: EventChange) =>
  groups === undefined ? {} : { authorizer: { jwt: { claims: { sub, 'cognito:groups': groups }, scopes: null } } };

/** What API Gateway hands on for a call of a route; a test says what matters to it. */
export const anEvent = ({ method, path }: Pick<Route, 'method' | 'path'>, change: EventChange = {}): HttpEvent => {
  const { params = {}, query, headers = {}, body, base64 = false, bearer } = change;
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      host: 'api.example.org',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(query !== undefined && { queryStringParameters: query }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'example1',
      ...authorizer(change),
      domainName: 'api.example.org',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: 'example/1.0' },
      requestId: 'request-1',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '01/Dec/2026:15:00:00 +0000',
      timeEpoch: 1_796_137_200_000,
    },
    pathParameters: params,
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
  };
};

const json = { 'content-type': 'application/json' };
const urlEncoded = { 'content-type': 'application/x-www-form-urlencoded' };

export const jsonEvent = (route: Route, body: unknown, change: EventChange = {}): HttpEvent =>
  anEvent(route, { ...change, body: JSON.stringify(body), headers: { ...json, ...change.headers } });

export const formEvent = (route: Route, form: Readonly<Record<string, string>>, change: EventChange = {}): HttpEvent =>
  anEvent(route, {
    ...change,
    body: new URLSearchParams(form).toString(),
    headers: { ...urlEncoded, ...change.headers },
  });

/** A form that may hold a file, as browsers send it and API Gateway hands it on. */
export const fileFormEvent = async (
  route: Route,
  form: Readonly<Record<string, string | File>>,
  change: EventChange = {},
): Promise<HttpEvent> => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(form)) fields.append(name, value);
  const sent = new Response(fields);
  return anEvent(route, {
    ...change,
    body: Buffer.from(await sent.arrayBuffer()).toString('base64'),
    base64: true,
    headers: { 'content-type': sent.headers.get('content-type') ?? '', ...change.headers },
  });
};
