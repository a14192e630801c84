import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import { LaptopProblem } from './problem.ts';
import type { Template } from './template.ts';

/** What a verified token says, as API Gateway hands it on; or what the 401 carries as `www-authenticate`. */
export type Verdict =
  | { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null }
  | { readonly refusal: string };

export type Authorizer = (header: string | undefined) => Promise<Verdict>;

const Properties = z.looseObject({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});

/** API Gateway hands every claim on as text: `[coordinator admin]` for a list. */
const flattened = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.map(flattened).join(' ')}]`;
  return typeof claim === 'string' ? claim : JSON.stringify(claim);
};

const refusal = (reason: string): Verdict => ({
  refusal: `Bearer scope="" error="invalid_token" error_description="${reason}"`,
});

/** The template's JWT authorizers by their ids. Tokens are judged by the cloud's clock. */
export const createAuthorizers = (
  template: Template,
  issuer: string,
  clock: CloudClock,
): ReadonlyMap<string, Authorizer> => {
  const keys = createRemoteJWKSet(new URL('/jwks', issuer));

  const authorizerOf =
    (audience: readonly string[]): Authorizer =>
    async (header) => {
      const token = /^Bearer (\S+)$/iu.exec(header ?? '')?.[1] ?? '';
      if (token === '') return { refusal: 'Bearer' };
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          currentDate: clock.now(),
          algorithms: ['RS256'],
          requiredClaims: ['exp'],
        });
        // Cognito's access tokens name their client instead of an audience.
        const meant = payload.aud ?? z.string().catch('').parse(payload['client_id']);
        if (![meant].flat().some((one) => audience.includes(one)))
          return refusal('the token does not have a valid audience');
        const scope = z.string().safeParse(payload['scope']).data;
        const claims = Object.fromEntries(Object.entries(payload).map(([name, claim]) => [name, flattened(claim)]));
        return { claims, scopes: scope === undefined ? null : scope.split(' ') };
      } catch (error) {
        return refusal(error instanceof Error ? error.message.replaceAll('"', "'") : 'invalid token');
      }
    };

  return new Map(
    template.ofType('AWS::ApiGatewayV2::Authorizer').map((resource) => {
      const { Audience, Issuer } = template.read(resource, Properties).JwtConfiguration;
      if (Issuer !== issuer)
        throw new LaptopProblem(`${resource.id} trusts ${Issuer}, which is not the template's user pool.`);
      return [resource.name, authorizerOf(Audience)];
    }),
  );
};
