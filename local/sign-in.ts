import * as openid from 'openid-client';
import type { Cloud } from './cloud.ts';
import { LaptopProblem } from './problem.ts';

/** To the sign-in page, back from it, and on to the callback: more would be a circle. */
const mostSteps = 5;

/** A browser as far as signing in needs one: it keeps cookies and does not follow redirects by itself. */
const createBrowser = (): ((url: URL, form?: URLSearchParams) => Promise<Response>) => {
  const cookies = new Map<string, string>();
  return async (url, form) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
};

/**
 * Signs one of the laptop cloud's people in, by the code flow that a browser would go through.
 * Returns the access token.
 */
export const signIn = async (
  { issuer, clientId, callbackUrl }: Pick<Cloud, 'issuer' | 'clientId' | 'callbackUrl'>,
  { username }: { readonly username: string },
): Promise<string> => {
  const client = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
    execute: [openid.allowInsecureRequests],
  });
  const verifier = openid.randomPKCECodeVerifier();
  const browse = createBrowser();
  let url = openid.buildAuthorizationUrl(client, {
    redirect_uri: callbackUrl,
    scope: 'openid email',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  for (let step = 1; !url.href.startsWith(callbackUrl); step += 1) {
    const asked = url.pathname.startsWith('/sign-in/');
    const response = await browse(url, asked ? new URLSearchParams({ user: username }) : undefined);
    const location = response.headers.get('location');
    if (location === null || step > mostSteps) throw new LaptopProblem(`${username} cannot sign in at ${issuer}.`);
    url = new URL(location, url);
  }
  const { access_token: token } = await openid.authorizationCodeGrant(client, url, { pkceCodeVerifier: verifier });
  return token;
};
