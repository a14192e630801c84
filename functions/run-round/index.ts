import { logger } from '../../shared/observability/logger.ts';
import { contactBudgetOf, matchingOf, settingsOf } from '../settings.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { roundWorker } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = roundWorker(
  { store: tableStore(env, clock), clock, matching: matchingOf(env), budget: contactBudgetOf(env) },
  logger,
);
