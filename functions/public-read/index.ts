import { webParts } from '../web-parts.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { publicRead } from './handler.ts';

const env = settingsOf(Env, process.env);
const { store, clock, secretSource, log } = webParts(env, { relaxed: true });

export const handler = publicRead({
  ports: { store, clock },
  secretSource,
  log,
  coordinatorEmail: env.COORDINATOR_EMAIL,
});
