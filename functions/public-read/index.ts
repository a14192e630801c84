import { join } from 'node:path';
import { loadPublicList } from '../../shared/geo/public-list.ts';
import { matchingOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { publicRead } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env, { relaxed: true });

export const handler = publicRead({
  ports: { store, clock },
  stated: matchingOf(env),
  // Lambda unpacks a function's files here.
  publicList: loadPublicList(join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'public-list.bin')),
  secretSource,
  log,
  coordinatorEmail: env.COORDINATOR_EMAIL,
});
