import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { upkeepApi } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env);

export const handler = upkeepApi({
  ports: {
    store,
    clock,
    ids: randomIds,
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
  },
  log,
});
