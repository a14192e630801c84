import { logger } from '../../shared/observability/logger.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { eventRecorder } from './handler.ts';

const clock = { now: () => new Date() };

export const handler = eventRecorder({ store: tableStore(settingsOf(Env, process.env), clock), clock }, logger);
