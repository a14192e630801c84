import { OfferEnded } from '../../shared/contracts/events.ts';
import type { Log } from '../../shared/observability/log.ts';
import { type AdvancePorts, advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { queueJob } from '../queue-job.ts';

export interface AdvanceShortlistDeps {
  readonly ports: AdvancePorts;
  readonly log: Log;
}

/** Tries the next site after each offer that a message of the queue names. */
export const advanceShortlistJob = ({ ports, log }: AdvanceShortlistDeps) =>
  queueJob(OfferEnded, log, async ({ offerId }) => {
    const done = await advanceShortlist(ports)(offerId);
    if (!done.ok) throw new Error(`The shortlist was not advanced: ${done.refusal.code}.`);
    log.info('shortlist advanced', { offerId, advance: done.value });
  });
