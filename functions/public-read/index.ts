import { webParts } from '../web-parts.ts';
import { Env } from './env.ts';
import { publicRead } from './handler.ts';

const env = Env.parse(process.env);
const { store, clock, secretSource, log } = webParts(env);

export const handler = publicRead({
  ports: { store, clock },
  secretSource,
  log,
  coordinatorEmail: env.COORDINATOR_EMAIL,
});
