import { ShortlistMessage } from '../../shared/contracts/messages.ts';
import type { Log } from '../../shared/observability/log.ts';
import { advanceShortlist, type AdvancePorts } from '../../shared/usecases/advance-shortlist.ts';
import { queueWorker } from '../queue-worker.ts';

export const shortlistWorker = (ports: AdvancePorts, log: Log) =>
  queueWorker({ log, message: ShortlistMessage, work: ({ offerId }) => advanceShortlist(ports)(offerId) });
