import type * as z from 'zod';
import { examples } from './examples.ts';
import { jsonSchemas, type JsonSchema } from './json-schemas.ts';
import type { Access, Route } from './route.ts';
import { publishedRoutes } from './routes.ts';
import { strictly } from './strictly.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The ways to be told "no", by the name under which operations refer to them. */
const responses = {
  Malformed: problem('The body cannot be read.'),
  LinkRefused: problem('The link is incomplete, expired, used or superseded; every reason has this one answer.'),
  NotSignedIn: problem('There is no valid access token.'),
  NotAllowed: problem('The signed-in person has no role that allows this.'),
  NotFound: problem('There is nothing under this id, or not for this caller.'),
  Conflict: problem('The state does not allow it, or changed since it was read; `code` says which.'),
  TooLarge: problem('The body has more than 64 kB.'),
  UnsupportedMediaType: problem('The body is of another content type.'),
  InvalidInput: problem('Fields cannot be used; `errors` names each with what is wrong.'),
  LimitReached: {
    ...problem('As many of these forms came as are taken for now. Nothing was done.'),
    headers: { 'Retry-After': { description: 'When to try again.', schema: { type: 'string' } } },
  },
  Busy: problem('Many act on this at the moment; nothing was changed, and the same request may be sent again.'),
  InternalError: problem('The fault is on our side; `requestId` names the request.'),
};

const refusal = (name: keyof typeof responses) => ({ $ref: `#/components/responses/${name}` });

/** What a route may refuse, by status. */
const refusalsOf = ({ method, access, causesMail, params, query, body }: Route): Record<string, unknown> => ({
  ...(body !== undefined && { 400: refusal('Malformed') }),
  ...(access.by === 'link' && { 401: refusal('LinkRefused') }),
  ...(access.by === 'sign-in' && { 401: refusal('NotSignedIn'), 403: refusal('NotAllowed') }),
  ...(params !== undefined && { 404: refusal('NotFound') }),
  ...(method !== 'GET' && { 409: refusal('Conflict') }),
  ...(body !== undefined && { 413: refusal('TooLarge'), 415: refusal('UnsupportedMediaType') }),
  ...((params ?? query ?? body) !== undefined && { 422: refusal('InvalidInput') }),
  ...(causesMail === true && { 429: refusal('LimitReached') }),
  500: refusal('InternalError'),
  ...(method !== 'GET' && { 503: refusal('Busy') }),
});

const securityOf = (access: Access): readonly unknown[] => {
  switch (access.by) {
    case 'anyone':
      return [];
    case 'link':
      return [{ mailedLink: [access.purpose] }];
    case 'sign-in':
      return [{ signIn: access.roles }];
    // Not in the document: pages that coordinators look at.
    case 'session':
      return [];
  }
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeated POST with the same key and body has one effect, and gets the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
};

/** Each field of an object's schema as a parameter of its own. */
const parametersIn = (place: 'path' | 'query', { properties, required }: JsonSchema): readonly unknown[] =>
  Object.entries(properties ?? {}).map(([name, property]: [string, JsonSchema]) => {
    const { description, ...schema } = property;
    const isRequired = place === 'path' || (Array.isArray(required) && required.includes(name));
    return { name, in: place, required: isRequired, description, schema };
  });

/** Pages are sent forms, the API is sent JSON. */
const contentTypeOf = ({ success }: Route): string =>
  success.body === 'html' ? 'application/x-www-form-urlencoded' : 'application/json';

const answerContent = (route: Route, schemaOf: (schema: z.ZodType) => JsonSchema): Record<string, unknown> => {
  const { body } = route.success;
  if (body === 'html') return { 'text/html': { schema: { type: 'string' } } };
  if (body === 'text') return { 'text/plain': { schema: { type: 'string' } } };
  return { 'application/json': { schema: schemaOf(strictly(body)) } };
};

const operationOf = (route: Route, schemas: ReturnType<typeof jsonSchemas>): Record<string, unknown> => {
  const schemaOf = (schema: z.ZodType) => schemas.of(route.id, schema);
  const example = examples[route.id];
  const parameters = [
    ...(route.params === undefined ? [] : parametersIn('path', schemaOf(route.params))),
    ...(route.query === undefined ? [] : parametersIn('query', schemaOf(route.query))),
    ...(route.method === 'POST' && route.tag !== 'Pages' ? [idempotencyKey] : []),
  ];
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    security: securityOf(route.access),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body !== undefined && {
      requestBody: {
        required: true,
        content: {
          [contentTypeOf(route)]: { schema: schemaOf(route.body), ...(example === undefined ? {} : { example }) },
        },
      },
    }),
    responses: {
      [route.success.status]: { description: 'It went well.', content: answerContent(route, schemaOf) },
      ...refusalsOf(route),
    },
  };
};

const pathsOf = (schemas: ReturnType<typeof jsonSchemas>): Record<string, Record<string, unknown>> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of publishedRoutes) {
    const operations = (paths[route.path] ??= {});
    operations[route.method.toLowerCase()] = operationOf(route, schemas);
  }
  return paths;
};

/** This API as an OpenAPI 3.1 document, made from the table of routes and the schemas that check every request. */
export const openApiDocument = () => {
  const schemas = jsonSchemas();
  return {
    openapi: '3.1.1',
    info: {
      title: 'Clinical Site Match',
      version: '1',
      summary: 'Finds radiologic technologists a clinical site to train at.',
      description:
        'Technologists and facilities come by the links in their mails: the token at the end of a link is the bearer ' +
        'token of its routes. Coordinators sign in by OIDC. Every "no" is a problem document (RFC 9457) that names ' +
        'the fields at fault. Not affiliated with ASRT or ARRT.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Technologists', description: 'Requests for a clinical placement, by who asks for one.' },
      { name: 'Facilities', description: 'Facilities, what they offer, and the briefs they answer.' },
      { name: 'Coordinators', description: 'Review, approval, vetting and upkeep, by who signed in.' },
      { name: 'Pages', description: 'Pages behind mailed links, for people.' },
      { name: 'Documentation', description: 'What you are reading.' },
    ],
    paths: pathsOf(schemas),
    components: {
      schemas: schemas.named,
      responses,
      securitySchemes: {
        mailedLink: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token at the end of a mailed link; each operation names the purpose its link must have.',
        },
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An OIDC access token of the user pool; each operation names the roles (`cognito:groups`) of which one is needed.',
        },
      },
    },
  };
};
