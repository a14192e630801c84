import { randomUUID } from 'node:crypto';
import { type Server as HttpServer, type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import * as z from 'zod';
import type { Authorizer, Verdict } from './authorizer.ts';
import type { CloudClock } from './clock.ts';
import { FunctionFailure, type Functions } from './functions.ts';
import { type Server, readBody } from './listen.ts';
import { accountId } from './resource-types.ts';
import { createRouter } from './routes.ts';
import type { Template } from './template.ts';

/** API Gateway's limits, in bytes: a body of 10 MB; request line and headers together. */
const mostBody = 10 * 1024 * 1024;
const mostHeaders = 10_240;

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

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
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

const joined = (of: Readonly<Record<string, readonly string[] | undefined>>): object =>
  Object.fromEntries(Object.entries(of).map(([name, values]) => [name, values?.join(',')]));

/** An HTTP request as API Gateway tells it to a function: payload format 2.0. */
const eventOf = (
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  now: Date,
  { key, parameters, verdict }: { readonly key: string; readonly parameters: object; readonly verdict: Verdict | null },
): object => {
  const method = request.method ?? 'GET';
  // API Gateway hands the path on decoded and the query as it came.
  const path = decoded(url.pathname);
  const text = isText(request.headers['content-type'] ?? '');
  const { cookie, ...headers } = request.headersDistinct;
  const names = [...url.searchParams.keys()];
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.flatMap((line) => line.split(/; */u)) }),
    headers: joined(headers),
    ...(names.length > 0 && {
      queryStringParameters: joined(Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)]))),
    }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId,
      apiId: 'laptop',
      ...(verdict && { authorizer: { jwt: verdict } }),
      domainName: url.host,
      domainPrefix: 'laptop',
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
};

const send = (response: ServerResponse, answer: z.infer<typeof Answer>): void => {
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer;
  response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
};

/** A little more than API Gateway takes, so that it is this code that refuses. */
export const createApiServer = (): HttpServer => createServer({ maxHeaderSize: 2 * mostHeaders });

export interface HttpApiParts {
  readonly server: Server;
  readonly functions: Functions;
  readonly authorizers: ReadonlyMap<string, Authorizer>;
  readonly clock: CloudClock;
}

/** The HTTP API: each request becomes the event of its route's function. */
export const openHttpApi = (template: Template, { server, functions, authorizers, clock }: HttpApiParts): void => {
  const integrations = new Map(
    template
      .ofType('AWS::ApiGatewayV2::Integration')
      .map((resource) => [`integrations/${resource.name}`, template.read(resource, Integration).IntegrationUri]),
  );
  const routes = new Map(
    template.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
      const { RouteKey, Target, AuthorizerId } = template.read(resource, RouteProperties);
      const authorizer = AuthorizerId === undefined ? undefined : authorizers.get(AuthorizerId);
      return [RouteKey, { functionName: functions.find(integrations.get(Target) ?? ''), authorizer }];
    }),
  );
  const find = createRouter([...routes.keys()]);

  server.answer(async (request, response) => {
    const url = new URL(server.url + (request.url ?? '/'));
    if (request.rawHeaders.join('').length + url.href.length > mostHeaders) {
      reply(response, 431, 'Request Header Fields Too Large');
      return;
    }
    const body = await readBody(request, mostBody);
    if (body === null) {
      reply(response, 413, 'Request Entity Too Large');
      return;
    }
    const found = find(request.method ?? 'GET', decoded(url.pathname));
    const route = routes.get(found?.key ?? '');
    if (found === null || route === undefined) {
      reply(response, 404, 'Not Found');
      return;
    }
    const verdict = (await route.authorizer?.(request.headers.authorization)) ?? null;
    if (verdict !== null && 'refusal' in verdict) {
      reply(response, 401, 'Unauthorized', { 'www-authenticate': verdict.refusal });
      return;
    }
    try {
      const event = eventOf(request, url, body, clock.now(), { ...found, verdict });
      send(response, Answer.parse(await functions.invoke(route.functionName, event)));
    } catch (error) {
      const timedOut = error instanceof FunctionFailure && error.report.errorType === 'Sandbox.Timedout';
      reply(response, timedOut ? 503 : 500, timedOut ? 'Service Unavailable' : 'Internal Server Error');
    }
  });
};
