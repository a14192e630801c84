import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Actor } from '../domain/audit.ts';
import type { Role } from '../domain/session.ts';
import { HttpProblem } from './problems.ts';

/**
 * The user pool's groups as API Gateway hands them on: its JWT authorizer writes a list as the text `[admin coordinator]`.
 */
const Groups = z.lazy(() =>
  z.union([z.array(z.string()), z.string().transform((text) => text.replace(/^\[(.*)\]$/, '$1').split(' '))]).catch([]),
);

/** What the API's JWT authorizer found in an access token after it checked signature, issuer, audience and time. */
const Authorizer = z.lazy(() =>
  z.object({
    jwt: z.object({
      claims: z.object({ sub: z.string().min(1).max(120), 'cognito:groups': Groups.optional() }),
    }),
  }),
);

/** The signed-in person as an actor, if one of the person's groups is a role that the route allows. */
export const signedInActor = (event: APIGatewayProxyEventV2, roles: readonly Role[]): Actor => {
  const authorizer = Authorizer.safeParse('authorizer' in event.requestContext && event.requestContext.authorizer);
  if (!authorizer.success) throw new HttpProblem('not-signed-in');
  const { sub, 'cognito:groups': groups = [] } = authorizer.data.jwt.claims;
  const held = roles.filter((role) => groups.includes(role));
  if (held.length === 0) throw new HttpProblem('not-allowed');
  return { kind: held.includes('admin') ? 'admin' : 'coordinator', id: sub };
};
