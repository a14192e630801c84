import { errorFields, type Log } from '../../shared/observability/log.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { queueDigest } from '../../shared/usecases/digest.ts';

type DeadlinePorts = Parameters<typeof queueDigest>[0];

/**
 * Runs every minute. What could not be settled is logged one by one, and fails the run so that somebody is told. The
 * digest comes last: it keeps nothing from the deadlines.
 */
export const deadlineRun = (ports: DeadlinePorts, log: Log) => {
  const [settleDue, writeDigest] = [runDeadlines(ports), queueDigest(ports)];
  return async (): Promise<void> => {
    const { settled, missed } = await settleDue();
    if (settled > 0) log.info('deadlines settled', { settled });
    for (const { id, cause } of missed)
      log.error('deadline missed', { id, ...(cause instanceof Error ? errorFields(cause) : cause) });
    const digest = await writeDigest();
    if (!digest.ok) log.error('digest not written', { ...digest.refusal });
    else if (digest.value.queued) log.info('digest queued', {});
    if (missed.length > 0) throw new Error(`${missed.length} deadlines could not be settled`);
  };
};
