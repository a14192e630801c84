import { logger } from '../../shared/observability/logger.ts';
import { digestOf, settingsOf } from '../settings.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { deadlineRun } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = deadlineRun({ store: tableStore(env, clock), clock, digest: digestOf(env) }, logger);
