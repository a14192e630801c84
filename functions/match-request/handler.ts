import type { Logger } from '@aws-lambda-powertools/logger';
import { MatchMessage } from '../../shared/contracts/messages.ts';
import { matchDiscipline, matchRequest } from '../../shared/usecases/match-request.ts';
import type { MatchingPorts } from '../../shared/usecases/matching-context.ts';
import { queueWorker } from '../queue-worker.ts';

export const matchingWorker = (ports: MatchingPorts, log: Logger) =>
  queueWorker({
    log,
    message: MatchMessage,
    work: (message) =>
      'requestId' in message ? matchRequest(ports)(message.requestId) : matchDiscipline(ports)(message.discipline),
  });
