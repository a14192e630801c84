import { coordinatorPages } from './handler.ts';
import { Env } from './env.ts';
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
  formKey: signingKey,
  log,
});
