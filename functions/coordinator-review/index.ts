import { coordinatorReview } from './handler.ts';
import { Env } from './env.ts';
import { contactBudgetOf, matchingOf, periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, signingKey, log } = webParts(env);

export const handler = coordinatorReview({
  ports: {
    store,
    clock,
    periods: periodsOf(env),
    matching: matchingOf(env),
    budget: contactBudgetOf(env),
  },
  formKey: signingKey,
  log,
});
