import type * as z from 'zod';

/** Who may call a route, and by what. Every route has one. */
export type Access =
  | { readonly by: 'anyone' }
  /** The token of a mailed link, as `Authorization: Bearer …` or in the path of a page. */
  | { readonly by: 'link'; readonly purpose: LinkPurpose }
  /** An OIDC access token with one of these roles. */
  | { readonly by: 'sign-in'; readonly roles: readonly Role[] };

export type Role = 'coordinator' | 'admin';

/**
 * What a mailed link is for. `confirm-…` links are used once, `answer` links carry one decision,
 * `…-access` links may be used again until they expire or are revoked.
 */
export const linkPurposes = [
  'confirm-request',
  'confirm-facility',
  'request-access',
  'facility-access',
  'answer',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** The Lambda function that serves a route: reading and acting apart where the public comes in by mailed links. */
export type ServingFunction = 'public-read' | 'public-act' | 'coordinator-api' | 'api-docs';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** API Gateway's form: `/api/requests/{requestId}`. */
  readonly path: string;
  readonly served: ServingFunction;
  readonly access: Access;
  /** One line for the API's page. */
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Status and schema of the answer when all went well; `html` routes answer with a page. */
  readonly success: { readonly status: 200 | 201 | 202 | 204; readonly body: z.ZodType | 'html' | 'none' };
}
