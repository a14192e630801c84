import * as z from 'zod';
import { mailQueue, matchQueue, shortlistQueue } from '../settings.ts';

/** The three queues that changes are passed on to. It reads the stream's records and never the table. */
export const Env = z.object({ ...mailQueue, ...matchQueue, ...shortlistQueue });
