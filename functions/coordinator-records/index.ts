import { join } from 'node:path';
import { loadUsMap } from '../../shared/geo/us-map.ts';
import { coordinatorRecords } from './handler.ts';
import { Env } from './env.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { randomIds } from '../random-ids.ts';
import { periodsOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, signingKey, log } = webParts(env);

export const handler = coordinatorRecords({
  ports: {
    store,
    clock,
    ids: randomIds,
    personKeys: personKeys(secretSource),
    periods: periodsOf(env),
  },
  // Lambda unpacks a function's files here.
  usMap: loadUsMap(join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'us-map.bin')),
  formKey: signingKey,
  log,
});
