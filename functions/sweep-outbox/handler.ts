import { sweepOutbox, type SweepPorts } from '../../shared/email/sweep.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Runs every minute, by the clock, whatever the event says. */
export const sweepRun = (ports: SweepPorts, log: Log) => {
  const sweep = sweepOutbox(ports);
  return async (): Promise<void> => {
    const { queuedAgain, flagged } = await sweep();
    if (queuedAgain.length > 0) log.info('mails queued again', { queuedAgain });
    if (flagged.length > 0) log.error('mails that may have been sent', { flagged });
  };
};
