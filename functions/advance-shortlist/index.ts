import { logger } from '../../shared/observability/logger.ts';
import { contactBudgetOf, matchingOf, periodsOf, settingsOf } from '../settings.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { shortlistWorker } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = shortlistWorker(
  {
    store: tableStore(env, clock),
    clock,
    matching: matchingOf(env),
    periods: periodsOf(env),
    budget: contactBudgetOf(env),
  },
  logger,
);
