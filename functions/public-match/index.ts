import { join } from 'node:path';
import { loadPlaces } from '../../shared/geo/places.ts';
import { matchingOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { publicMatch } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env, { relaxed: true });

export const handler = publicMatch({
  ports: {
    store,
    clock,
    // Lambda unpacks a function's files here.
    places: loadPlaces(join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'zip-points.bin')),
    matching: matchingOf(env),
  },
  secretSource,
  log,
});
