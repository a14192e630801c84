import { signIn } from './handler.ts';
import { Env } from './env.ts';
import { signedInPage, signedOutPage } from '../../shared/contracts/coordinator-pages.ts';
import { oidcSignIn } from '../../shared/http/oidc.ts';
import { settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, signingKey, log } = webParts(env);

export const handler = signIn({
  sessions: store.sessions,
  clock,
  formKey: signingKey,
  signIn: oidcSignIn({
    issuer: env.SIGN_IN_ISSUER,
    clientId: env.SIGN_IN_CLIENT_ID,
    signedInAddress: `${env.SITE_URL}${signedInPage.path}`,
    signedOutAddress: `${env.SITE_URL}${signedOutPage.path}`,
  }),
  log,
});
