import { logger } from '../../shared/observability/logger.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { eventRecorder } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = eventRecorder(
  { store: tableStore(env, clock), clock },
  { account: env.ACCOUNT_ID, configurationSet: env.MAIL_CONFIGURATION_SET },
  logger,
);
