import { join } from 'node:path';
import { loadPlaces } from '../../shared/geo/places.ts';
import { coordinatorFiles } from './handler.ts';
import { Env } from './env.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, signingKey, log } = webParts(env);

export const handler = coordinatorFiles({
  ports: {
    store,
    clock,
    ids: randomIds,
    // Lambda unpacks a function's files here.
    places: loadPlaces(join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'zip-points.bin')),
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
  },
  formKey: signingKey,
  log,
});
