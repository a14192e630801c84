import { errorFields, type Log } from '../../shared/observability/log.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';

/** Runs every minute. What could not be settled is logged one by one, and fails the run so that somebody is told. */
export const deadlineRun = (ports: Parameters<typeof runDeadlines>[0], log: Log) => async (): Promise<void> => {
  const { settled, missed } = await runDeadlines(ports)();
  if (settled > 0) log.info('deadlines settled', { settled });
  for (const { id, cause } of missed)
    log.error('deadline missed', { id, ...(cause instanceof Error ? errorFields(cause) : cause) });
  if (missed.length > 0) throw new Error(`${missed.length} deadlines could not be settled`);
};
