import { logger } from '../../shared/observability/logger.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { deadlineRun } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = deadlineRun({ store: tableStore(env, clock), clock }, logger);
