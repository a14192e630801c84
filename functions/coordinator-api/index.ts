import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { contactBudgetOf, matchingOf, periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { coordinatorApi } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env);

export const handler = coordinatorApi({
  ports: {
    store,
    clock,
    ids: randomIds,
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
    matching: matchingOf(env),
    budget: contactBudgetOf(env),
  },
  log,
});
