import * as z from 'zod';
import { mailQueue, matchQueue, periods, roundQueue, shortlistQueue, table } from '../settings.ts';

/** Mails, requests, ended offers and rounds that the stream missed are queued again after SWEEP_MINUTES. */
export const Env = z.object({
  ...table(),
  ...mailQueue(),
  ...matchQueue(),
  ...shortlistQueue(),
  ...roundQueue(),
  ...periods(),
});
