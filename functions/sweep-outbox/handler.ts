import { sweepOutbox, type SweepPorts } from '../../shared/email/sweep.ts';
import { sweepRequests, type RequestSweepPorts } from '../../shared/usecases/sweep-requests.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Runs every minute, by the clock, whatever the event says. */
export const sweepRun = (ports: SweepPorts & RequestSweepPorts, log: Log) => {
  const sweep = sweepOutbox(ports);
  const sweepUnmatched = sweepRequests(ports);
  return async (): Promise<void> => {
    const { queuedAgain, flagged } = await sweep();
    if (queuedAgain.length > 0) log.info('mails queued again', { queuedAgain });
    const requests = await sweepUnmatched();
    if (requests.length > 0) log.info('requests queued again', { requests });
    if (flagged.length > 0) log.error('mails that may have been sent', { flagged });
  };
};
