import { matchingOf, settingsOf } from '../settings.ts';
import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { publicRead } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env, { relaxed: true });

export const handler = publicRead({
  ports: { store, clock },
  estimate: matchingOf(env),
  secretSource,
  log,
  coordinatorEmail: env.COORDINATOR_EMAIL,
});
