import { join } from 'node:path';
import { loadPlaces } from '../../shared/geo/places.ts';
import { loadUsMap } from '../../shared/geo/us-map.ts';
import { coordinatorRecords } from './handler.ts';
import { Env } from './env.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, signingKey, log } = webParts(env);

/** A file that is shipped with the function. */
const beside = (file: string): string => join(process.env['LAMBDA_TASK_ROOT'] ?? '.', file);

export const handler = coordinatorRecords({
  ports: {
    store,
    clock,
    ids: randomIds,
    places: loadPlaces(beside('zip-points.bin')),
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
  },
  usMap: loadUsMap(beside('us-map.bin')),
  formKey: signingKey,
  log,
});
