import { logger } from '../../shared/observability/logger.ts';
import { matchingOf, settingsOf } from '../settings.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { matchingWorker } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = matchingWorker({ store: tableStore(env, clock), clock, matching: matchingOf(env) }, logger);
