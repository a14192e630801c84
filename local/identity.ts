import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { html } from 'hono/html';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { CloudClock } from './clock.ts';
import { type Adapter, type AdapterPayload, Provider, type Configuration, errors } from 'oidc-provider';
import * as z from 'zod';
import { type Server, readText } from './listen.ts';
import type { SourceParts } from './mapping.ts';
import { sendPage } from './page.ts';
import { stateFile } from './state-file.ts';
import type { Template } from './template.ts';
import type { User, Users } from './users.ts';

export interface SignInClient {
  readonly clientId: string;
  readonly callbackUrl: string;
}

const Client = z.looseObject({
  CallbackURLs: z.array(z.string()).min(1),
  LogoutURLs: z.array(z.string()).default([]),
});

/** What access tokens are for. */
const resource = 'urn:clinical-site-match:api';
const scopes = 'openid email';

const loginPage = (action: string, users: readonly User[]): ReturnType<typeof html> => html`
  <h1>Sign in to the laptop cloud</h1>
  <p>No password here: choose who you are.</p>
  <form method="post" action="${action}">
    ${users.map(
      ({ email, groups }) =>
        html`<p><button name="user" value="${email}">${email}</button> ${groups.join(', ') || 'no role'}</p>`,
    )}
  </form>
`;

/** What signing in needs to remember meanwhile; after a restart people sign in again. */
const createSessions = (): ((model: string) => Adapter) => {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string): string => `${model} ${id}`;
    return {
      upsert: async (id, payload) => void kept.set(key(id), payload),
      find: async (id) => kept.get(key(id)),
      findByUid: async (wanted) => [...kept.values()].find(({ uid }) => uid === wanted),
      findByUserCode: async () => undefined,
      consume: async (id) => void kept.set(key(id), { ...kept.get(key(id)), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
};

const TokenAnswer = z.looseObject({ id_token: z.string() });
const Signed = z.looseObject({ iat: z.number(), exp: z.number() });

/** The same token at the time of the cloud. */
const atCloudTime = async (token: string, [key]: readonly JWK[], { now }: Pick<CloudClock, 'now'>): Promise<string> => {
  const { iat, exp, ...claims } = Signed.parse(decodeJwt(token));
  const by = Math.round((now().getTime() - Date.now()) / 1000);
  return new SignJWT({ ...claims, iat: iat + by, exp: exp + by })
    .setProtectedHeader({ alg: 'RS256', kid: 'laptop' })
    .sign(await importJWK(key ?? {}, 'RS256'));
};

const createKey = async (): Promise<object> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'laptop' };
};

/** An OpenID provider in place of the user pool; the first of its clients, if the template has one. */
export const openIdentity = async (
  server: Server,
  template: Template,
  users: Users,
  { clock, directory, complain }: Pick<SourceParts, 'clock' | 'directory' | 'complain'>,
): Promise<SignInClient | null> => {
  const clients = template.ofType('AWS::Cognito::UserPoolClient').map((client) => ({
    clientId: client.name,
    callbackUrls: template.read(client, Client).CallbackURLs,
    logoutUrls: template.read(client, Client).LogoutURLs,
  }));
  const [first] = clients;
  if (first === undefined) return null;

  // Kept, so that whoever is signed in still is after a restart.
  const keys = stateFile(join(directory, 'sign-in-key.json'), z.array(z.looseObject({ kty: z.string() })), () => []);
  if (keys.get().length === 0) keys.set([z.looseObject({ kty: z.string() }).parse(await createKey())]);

  const configuration: Configuration = {
    clients: clients.map(({ clientId, callbackUrls, logoutUrls }) => ({
      client_id: clientId,
      redirect_uris: callbackUrls,
      post_logout_redirect_uris: logoutUrls,
      token_endpoint_auth_method: 'none',
    })),
    jwks: { keys: keys.get() },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    // As in Cognito, the ID token says it all.
    claims: { openid: ['sub', 'cognito:groups'], email: ['email'] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        // The form asks whether one really wants to; Cognito does not ask.
        logoutSource: (context, form) => {
          context.body = `${form}<button name="logout" value="yes" form="op.logoutForm">Sign out of the laptop cloud</button>`;
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, { clientId }) => ({
          scope: scopes,
          // The provider insists on an audience, which Cognito leaves out of access tokens.
          audience: clientId,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    adapter: createSessions(),
    // Seconds: an access token holds for an hour, who began to sign in has as long, and stays signed in for a day.
    ttl: { AccessToken: 3600, IdToken: 3600, Interaction: 3600, Session: 86_400, Grant: 86_400 },
    formats: {
      customizers: {
        jwt: (_, token, { payload }) => {
          const user = 'accountId' in token ? users.find(token.accountId) : undefined;
          const moved = Math.round((clock.now().getTime() - Date.now()) / 1000);
          for (const time of ['iat', 'exp']) payload[time] = Number(payload[time]) + moved;
          payload['token_use'] = 'access';
          payload['username'] = user?.sub;
          payload['cognito:groups'] = user?.groups;
        },
      },
    },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    // Nobody is asked whether the service's own client may know who signs in.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope(scopes);
      grant.addResourceScope(resource, scopes);
      await grant.save();
      return grant;
    },
    findAccount: (_, sub) => {
      const user = users.find(sub);
      return (
        user && {
          accountId: user.sub,
          claims: () => ({ sub: user.sub, email: user.email, 'cognito:groups': user.groups }),
        }
      );
    },
  };
  const provider = new Provider(server.url, configuration);
  provider.on('server_error', (_, error) => {
    complain(error);
  });
  // Functions hold tokens against the cloud's clock; the provider knows only this machine's.
  provider.use(async (context, next) => {
    await next();
    const answer = TokenAnswer.safeParse(context.body);
    if (answer.success)
      context.body = { ...answer.data, id_token: await atCloudTime(answer.data.id_token, keys.get(), clock) };
  });
  const serveProvider = provider.callback();

  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await provider.interactionDetails(request, response);
    const chosen = new URLSearchParams(await readText(request)).get('user');
    const user = chosen === null ? undefined : users.find(chosen);
    if (request.method === 'POST' && user !== undefined) {
      await provider.interactionFinished(request, response, { login: { accountId: user.sub } });
    } else await sendPage(response, 'Sign in', loginPage(request.url ?? '', users.all()));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.url?.startsWith('/sign-in/') === true) await signIn(request, response);
      else await serveProvider(request, response);
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error;
      await sendPage(
        response,
        'Sign in',
        html`<h1>This sign-in is over</h1>
          <p>Begin again where you came from.</p>`,
        400,
      );
    }
  };
  server.answer(serve);
  return { clientId: first.clientId, callbackUrl: first.callbackUrls[0] ?? '' };
};
