import type * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { Role } from '../domain/session.ts';

/** Who may call a route, and by what. Every route has one. */
export type Access =
  | { readonly by: 'anyone' }
  /** The token of a mailed link, as `Authorization: Bearer …` or in the path of a page. */
  | { readonly by: 'link'; readonly purpose: LinkPurpose }
  /** An OIDC access token with one of these roles. */
  | { readonly by: 'sign-in'; readonly roles: readonly Role[] }
  /** The cookie of somebody who signed in to the pages with one of these roles. */
  | { readonly by: 'session'; readonly roles: readonly Role[] };

/**
 * What a mailed link is for. `confirm-…` links are used once, `answer` links carry one decision,
 * `…-access` links may be used again until they expire or are revoked. `unsubscribe` links end mails like the one that
 * holds them, at any time later.
 */
export const linkPurposes = [
  'confirm-request',
  'confirm-facility',
  'request-access',
  'draft',
  'facility-access',
  'answer',
  'unsubscribe',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/**
 * The Lambda function that serves a route: reading and acting apart where the public comes in by mailed links, and what
 * is matched for a reader apart from what is only read.
 */
export type ServingFunction =
  | 'public-read'
  | 'public-match'
  | 'public-act'
  | 'facility-act'
  | 'coordinator-api'
  | 'upkeep-api'
  | 'coordinator-review'
  | 'coordinator-rounds'
  | 'coordinator-records'
  | 'coordinator-files'
  | 'sign-in'
  | 'api-docs';

/**
 * One route of the service: the API Gateway route, the function behind it, its checks and its documentation all come
 * from this one value.
 */
export interface Route {
  /** Names the operation, in the API's document too. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** API Gateway's form: `/api/requests/{requestId}`. */
  readonly path: string;
  readonly served: ServingFunction;
  readonly access: Access;
  /**
   * Anybody may send it, and it mails to the address that was typed into it. Its use-case counts it by network and
   * hour, and the gateway takes fewer of it than of the rest.
   */
  readonly causesMail?: true;
  /** A form of it is `multipart/form-data`, and may hold a file. */
  readonly takesFile?: true;
  /** One line for the API's page. */
  readonly summary: string;
  readonly tag: string;
  /** Path parameters; every `{name}` of the path has one. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Status and schema of the answer when all went well; `html` routes answer with a page. */
  readonly success: { readonly status: 200 | 201 | 202 | 303; readonly body: z.ZodType | 'html' | 'text' };
}

type Inferred<T> = T extends z.ZodType ? z.infer<T> : undefined;

/** What a handler of the route is given after all checks have passed. */
export interface RouteInput<R extends Route> {
  readonly params: Inferred<R['params']>;
  readonly query: Inferred<R['query']>;
  readonly body: Inferred<R['body']>;
}

/** What a handler of the route gives back: the answer before it passes its schema. */
export type RouteAnswer<R extends Route> = R['success']['body'] extends z.ZodType
  ? z.output<R['success']['body']>
  : string;

/** How a route is written down: its schemas as functions, so that a cold start builds those of the routes called. */
type RouteDefinition = Omit<Route, 'params' | 'query' | 'body' | 'success'> & {
  readonly params?: () => z.ZodObject;
  readonly query?: () => z.ZodObject;
  readonly body?: () => z.ZodType;
  readonly success: {
    readonly status: Route['success']['status'];
    readonly body: (() => z.ZodType) | 'html' | 'text';
  };
};

type Built<T> = T extends () => infer Schema ? Schema : T;

/** The route that a definition makes, with its literal type: handlers are typed by it. */
type Defined<D extends RouteDefinition> = {
  readonly [K in keyof D]: K extends 'success'
    ? { readonly status: D['success']['status']; readonly body: Built<D['success']['body']> }
    : Built<D[K]>;
};

/** Makes a route of its definition; each of its schemas is built when it is first looked at. */
export const route = <const D extends RouteDefinition>({ params, query, body, success, ...said }: D): Defined<D> => {
  const schemas = {
    params: params && lazily(params),
    query: query && lazily(query),
    body: body && lazily(body),
    answer: typeof success.body === 'string' ? success.body : lazily(success.body),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiler does not see getters as what they give
  return {
    ...said,
    get params() {
      return schemas.params?.();
    },
    get query() {
      return schemas.query?.();
    },
    get body() {
      return schemas.body?.();
    },
    success: {
      status: success.status,
      get body() {
        return typeof schemas.answer === 'string' ? schemas.answer : schemas.answer();
      },
    },
  } as unknown as Defined<D>;
};

type Audience = Pick<Route, 'served' | 'access' | 'tag'>;

/** A maker of routes that one function serves to one audience. */
export const routesFor =
  <const A extends Audience>(audience: A) =>
  <const D extends Omit<RouteDefinition, keyof Audience>>(definition: D): Defined<A & D> =>
    route<A & D>({ ...audience, ...definition });
