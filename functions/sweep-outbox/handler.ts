import { sweepOutbox, type SweepPorts } from '../../shared/email/sweep.ts';
import { sweepWork, type WorkSweepPorts } from '../../shared/usecases/sweep-work.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Runs every minute, by the clock, whatever the event says. */
export const sweepRun = (ports: SweepPorts & WorkSweepPorts, log: Log) => {
  const sweep = sweepOutbox(ports);
  const sweepOthers = sweepWork(ports);
  return async (): Promise<void> => {
    const { queuedAgain, flagged, inDoubt } = await sweep();
    if (queuedAgain.length > 0) log.info('mails queued again', { queuedAgain });
    const { requests, offers, rounds } = await sweepOthers();
    if (requests.length > 0) log.info('requests queued again', { requests });
    if (offers.length > 0) log.info('ended offers queued again', { offers });
    if (rounds.length > 0) log.error('rounds queued again', { rounds });
    if (flagged.length > 0) log.error('mails that may have been sent', { flagged });
    // An alarm counts these lines by the field's name.
    if (inDoubt.length > 0) log.error('mails in doubt', { inDoubt });
  };
};
