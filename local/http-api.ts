import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import * as z from 'zod';
import type { Authorizer } from './authorizer.ts';
import type { CloudClock } from './clock.ts';
import { FunctionFailure, type Functions } from './functions.ts';
import { type Server, listen, readBody } from './listen.ts';
import { accountId } from './resource-types.ts';
import type { Template } from './template.ts';

/** API Gateway's limits, in bytes: a body of 10 MB; request line and headers together. */
const mostBody = 10 * 1024 * 1024;
const mostHeaders = 10_240;

export interface HttpApi {
  readonly server: Server;
  /** Opens the API once functions and authorizers are there. */
  readonly open: (template: Template, functions: Functions, authorizers: ReadonlyMap<string, Authorizer>) => void;
}

const RouteProperties = z.looseObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizerId: z.string().optional(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
});
const Integration = z.looseObject({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

export interface Route {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
}

/** `GET /api/requests/{requestId}`; `$default` has no method and no segments. */
export const parseRouteKey = (key: string): Route => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, segments: path.split('/').slice(1) };
};

const isGreedy = (segment: string): boolean => segment.endsWith('+}');
const isParameter = (segment: string): boolean => segment.startsWith('{');

/** The path parameters if the route fits. */
const parametersOf = (
  { method, segments }: Route,
  wanted: string,
  path: readonly string[],
): Record<string, string> | null => {
  if (method !== wanted && method !== 'ANY') return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = path[index];
    if (isGreedy(segment)) return { ...parameters, [segment.slice(1, -2)]: path.slice(index).join('/') };
    if (given === undefined || given === '') return segment === given ? parameters : null;
    if (isParameter(segment)) parameters[segment.slice(1, -1)] = given;
    else if (segment !== given) return null;
  }
  return segments.length === path.length ? parameters : null;
};

/** The more a route says, the earlier it is asked: fixed segments, then parameters, then greedy ones, then `$default`. */
const rank = ({ key, method, segments }: Route): string => {
  if (key === '$default') return '9';
  const parts = segments.map((segment) => (isGreedy(segment) ? '3' : isParameter(segment) ? '2' : '1')).join('');
  return `${segments.some(isGreedy) ? '2' : '1'}${parts}${method === 'ANY' ? '2' : '1'}`;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The route that serves a path, and its parameters. */
export const findRoute = <R extends Route>(
  routes: readonly R[],
  method: string,
  pathname: string,
): { readonly route: R; readonly parameters: Readonly<Record<string, string>> } | null => {
  const path = pathname.split('/').slice(1).map(decoded);
  for (const route of routes.toSorted((a, b) => rank(a).localeCompare(rank(b)))) {
    const parameters = route.key === '$default' ? {} : parametersOf(route, method, path);
    if (parameters !== null) return { route, parameters };
  }
  return null;
};

/** What API Gateway hands on as text; any other body arrives in base64, forms included. */
const isText = (type: string): boolean => /^(text\/|application\/(json|javascript|xml)\b)/u.test(type);

const Answer = z.object({
  statusCode: z.int().default(200),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

const reply = (
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ message }));
};

const headersOf = (request: IncomingMessage): Record<string, string> => {
  const entries = Object.entries(request.headersDistinct).map(([name, values]) => [name, (values ?? []).join(',')]);
  return Object.fromEntries(entries.filter(([name]) => name !== 'cookie'));
};

/** Reserves the address of the HTTP API, which some functions are told before it opens. */
export const startHttpApi = async (clock: CloudClock, port?: number): Promise<HttpApi> => {
  let serve = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    reply(response, 503, 'Service Unavailable');
  };
  // A little more than API Gateway takes, so that it is this code that refuses.
  const http = createServer({ maxHeaderSize: 2 * mostHeaders }, (request, response) => void serve(request, response));
  const server = await listen(http, port);

  const open = (template: Template, functions: Functions, authorizers: ReadonlyMap<string, Authorizer>): void => {
    const integrations = new Map(
      template
        .ofType('AWS::ApiGatewayV2::Integration')
        .map((resource) => [`integrations/${resource.name}`, template.read(resource, Integration).IntegrationUri]),
    );
    const routes = template.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
      const { RouteKey, Target, AuthorizerId } = template.read(resource, RouteProperties);
      const uri = integrations.get(Target) ?? '';
      return {
        ...parseRouteKey(RouteKey),
        functionName: functions.find(uri),
        authorizer: AuthorizerId && authorizers.get(AuthorizerId),
      };
    });

    serve = async (request, response) => {
      const url = new URL(request.url ?? '/', server.url);
      const method = request.method ?? 'GET';
      const size = request.rawHeaders.join('').length + (request.url ?? '').length;
      if (size > mostHeaders) {
        reply(response, 431, 'Request Header Fields Too Large');
        return;
      }
      const body = await readBody(request, mostBody);
      if (body === null) {
        reply(response, 413, 'Request Entity Too Large', { connection: 'close' });
        return;
      }
      const found = findRoute(routes, method, url.pathname);
      if (found === null) {
        reply(response, 404, 'Not Found');
        return;
      }
      const { route, parameters } = found;
      const verdict = route.authorizer ? await route.authorizer(request.headers.authorization) : null;
      if (verdict !== null && 'refusal' in verdict) {
        reply(response, 401, 'Unauthorized', { 'www-authenticate': verdict.refusal });
        return;
      }
      const path = decoded(url.pathname);
      const text = isText(request.headers['content-type'] ?? '');
      const query = [...url.searchParams.keys()];
      const now = clock.now();
      const event = {
        version: '2.0',
        routeKey: route.key,
        rawPath: path,
        rawQueryString: url.search.slice(1),
        ...(request.headers.cookie !== undefined && { cookies: request.headers.cookie.split(/; */u) }),
        headers: headersOf(request),
        ...(query.length > 0 && {
          queryStringParameters: Object.fromEntries(
            query.map((name) => [name, url.searchParams.getAll(name).join(',')]),
          ),
        }),
        requestContext: {
          accountId,
          apiId: 'laptop',
          ...(verdict !== null && { authorizer: { jwt: verdict } }),
          domainName: url.host,
          domainPrefix: 'laptop',
          http: {
            method,
            path,
            protocol: `HTTP/${request.httpVersion}`,
            sourceIp: '127.0.0.1',
            userAgent: request.headers['user-agent'] ?? '',
          },
          requestId: randomUUID(),
          routeKey: route.key,
          stage: '$default',
          time: now.toUTCString(),
          timeEpoch: now.getTime(),
        },
        ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
        ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
        isBase64Encoded: body.length > 0 && !text,
      };
      try {
        const answer = Answer.parse(await functions.invoke(route.functionName, event));
        response.writeHead(answer.statusCode, {
          ...answer.headers,
          ...(answer.cookies.length > 0 && { 'set-cookie': answer.cookies }),
          'apigw-requestid': event.requestContext.requestId,
        });
        response.end(Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'));
      } catch (error) {
        const timedOut = error instanceof FunctionFailure && error.report.errorType === 'Sandbox.Timedout';
        reply(response, timedOut ? 503 : 500, timedOut ? 'Service Unavailable' : 'Internal Server Error');
      }
    };
  };
  return { server, open };
};
