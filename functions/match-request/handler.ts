import { MatchWanted } from '../../shared/contracts/events.ts';
import type { Log } from '../../shared/observability/log.ts';
import { matchDiscipline, matchRequest } from '../../shared/usecases/match-request.ts';
import type { MatchingPorts } from '../../shared/usecases/matching-context.ts';
import { queueJob } from '../queue-job.ts';

export interface MatchRequestDeps {
  readonly ports: MatchingPorts;
  readonly log: Log;
}

/** Matches the requests that messages of the queue name, one or all that wait in a discipline. */
export const matchRequestJob = ({ ports, log }: MatchRequestDeps) =>
  queueJob(MatchWanted, log, async (wanted) => {
    const done =
      'requestId' in wanted
        ? await matchRequest(ports)(wanted.requestId)
        : await matchDiscipline(ports)(wanted.discipline);
    if (!done.ok) throw new Error(`The matching was refused: ${done.refusal.code}.`);
    log.info('matched', { ...wanted, ...done.value });
  });
