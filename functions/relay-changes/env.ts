import * as z from 'zod';
import { directoryQueue, mailQueue, matchQueue, roundQueue, shortlistQueue } from '../settings.ts';

/** The queues that changes are passed on to. It reads the stream's records and never the table. */
export const Env = z.object({
  ...mailQueue(),
  ...directoryQueue(),
  ...matchQueue(),
  ...shortlistQueue(),
  ...roundQueue(),
});
