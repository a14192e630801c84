import type { Logger } from '@aws-lambda-powertools/logger';
import { ShortlistMessage } from '../../shared/contracts/messages.ts';
import { advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { queueWorker } from '../queue-worker.ts';

export const shortlistWorker = (ports: Parameters<typeof advanceShortlist>[0], log: Logger) =>
  queueWorker({ log, message: ShortlistMessage, work: ({ offerId }) => advanceShortlist(ports)(offerId) });
