import { MatchMessage } from '../../shared/contracts/messages.ts';
import type { Log } from '../../shared/observability/log.ts';
import { matchDiscipline, matchRequest } from '../../shared/usecases/match-request.ts';
import type { MatchingPorts } from '../../shared/usecases/matching-context.ts';
import { queueWorker } from '../queue-worker.ts';

export const matchingWorker = (ports: MatchingPorts, log: Log) =>
  queueWorker({
    log,
    message: MatchMessage,
    work: (message) =>
      'requestId' in message ? matchRequest(ports)(message.requestId) : matchDiscipline(ports)(message.discipline),
  });
