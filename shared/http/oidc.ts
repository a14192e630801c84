import * as openid from 'openid-client';
import * as z from 'zod';
import { Role } from '../domain/session.ts';
import { HttpProblem } from './problems.ts';

/** What a browser holds while its person signs in: what the answer must fit, and where to go on afterwards. */
export const SignInAttempt = z.lazy(() =>
  z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() }),
);
export type SignInAttempt = z.infer<typeof SignInAttempt>;

/** Who the user pool says it is. */
export interface SignedIn {
  readonly actorId: string;
  readonly email: string;
  /** None: a known person without a role here. */
  readonly roles: readonly Role[];
}

export interface Provider {
  /** OpenID issuer: the user pool. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the user pool sends the browser back to, after a sign-in and after a sign-out. */
  readonly signedInAddress: string;
  readonly signedOutAddress: string;
}

const Claims = z.lazy(() =>
  z.object({
    sub: z.string().min(1).max(120),
    email: z.string().max(320).default(''),
    'cognito:groups': z.array(z.string()).default([]),
  }),
);

/** The sign-in by OpenID Connect: code flow with PKCE, state and nonce, as a public client that keeps no secret. */
export const oidcSignIn = ({ issuer, clientId, signedInAddress, signedOutAddress }: Provider) => {
  let found: Promise<openid.Configuration> | null = null;
  const configuration = (): Promise<openid.Configuration> => {
    found ??= openid
      .discovery(new URL(issuer), clientId, undefined, openid.None(), {
        // An issuer without TLS is the one of the laptop cloud: the template of a real stage names its user pool.
        ...(issuer.startsWith('http:') && { execute: [openid.allowInsecureRequests] }),
      })
      .catch((error: unknown) => {
        // Asked again by the next visitor.
        found = null;
        throw error;
      });
    return found;
  };

  return {
    /** Where the browser goes to sign in, and what it must hold meanwhile. */
    begin: async (to: string): Promise<{ readonly address: string; readonly attempt: SignInAttempt }> => {
      const attempt = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        to,
      };
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: signedInAddress,
        scope: 'openid email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, attempt };
    },

    /** Who came back; `query` as the browser brought it. Whatever does not fit the attempt is refused alike. */
    finish: async (query: string, { state, nonce, verifier }: SignInAttempt): Promise<SignedIn> => {
      const known = await configuration();
      try {
        const tokens = await openid.authorizationCodeGrant(known, new URL(`${signedInAddress}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const { sub, email, 'cognito:groups': groups } = Claims.parse(tokens.claims());
        return { actorId: sub, email, roles: Role.options.filter((role) => groups.includes(role)) };
      } catch (error) {
        throw new HttpProblem('sign-in-failed', { cause: error });
      }
    },

    /** Where the browser goes so that the user pool forgets it too. Cognito calls the way back `logout_uri`. */
    signOutAddress: async (): Promise<string> =>
      openid.buildEndSessionUrl(await configuration(), {
        logout_uri: signedOutAddress,
        post_logout_redirect_uri: signedOutAddress,
      }).href,
  };
};

export type OidcSignIn = ReturnType<typeof oidcSignIn>;
