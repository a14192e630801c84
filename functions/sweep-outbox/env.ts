import * as z from 'zod';
import { mailQueue, periods, table } from '../settings.ts';

/** Mails that the stream missed are queued again after SWEEP_MINUTES. */
export const Env = z.object({ ...table, ...mailQueue, ...periods });
