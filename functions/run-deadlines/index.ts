import { logger } from '../../shared/observability/logger.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { deadlineRun } from './handler.ts';

const env = Env.parse(process.env);
const clock = { now: () => new Date() };

export const handler = deadlineRun({ store: tableStore(env, clock), clock }, logger);
