import { join } from 'node:path';
import { loadPlaces } from '../../shared/geo/places.ts';
import { networkKeys } from '../../shared/links/network-keys.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { formLimitsOf, matchingOf, periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { publicAct } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env);

export const handler = publicAct({
  ports: {
    store,
    clock,
    ids: randomIds,
    // Lambda unpacks a function's files here.
    places: loadPlaces(join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'zip-points.bin')),
    personKeys: personKeys(secretSource),
    networkKeys: networkKeys(secretSource),
    formLimits: formLimitsOf(env),
    periods: periodsOf(env),
  },
  stated: matchingOf(env),
  secretSource,
  log,
});
