import { coordinatorPages } from './handler.ts';
import { Env } from './env.ts';
import { signedInPage, signedOutPage } from '../../shared/contracts/coordinator-pages.ts';
import { oidcSignIn } from '../../shared/http/oidc.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { contactBudgetOf, matchingOf, periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, signingKey, log } = webParts(env);

export const handler = coordinatorPages({
  ports: {
    store,
    clock,
    ids: randomIds,
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
    matching: matchingOf(env),
    budget: contactBudgetOf(env),
  },
  signIn: oidcSignIn({
    issuer: env.SIGN_IN_ISSUER,
    clientId: env.SIGN_IN_CLIENT_ID,
    signedInAddress: `${env.SITE_URL}${signedInPage.path}`,
    signedOutAddress: `${env.SITE_URL}${signedOutPage.path}`,
  }),
  formKey: signingKey,
  log,
});
