import { RoundMessage } from '../../shared/contracts/messages.ts';
import type { Log } from '../../shared/observability/log.ts';
import type { RoundPorts } from '../../shared/usecases/round-input.ts';
import { failRound, runRoundPart } from '../../shared/usecases/run-round.ts';
import { mostReceipts, queueWorker } from '../queue-worker.ts';

/**
 * One part of a round at a time. The last time that a message comes is not for one more try, which may die as the
 * others did without a word, but to say that the round failed.
 */
export const roundWorker = (ports: RoundPorts, log: Log) =>
  queueWorker({
    log,
    message: RoundMessage,
    work: async (next, receipts) =>
      receipts < mostReceipts ? runRoundPart(ports)(next) : failRound(ports)(next, receipts - 1),
  });
