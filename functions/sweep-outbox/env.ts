import * as z from 'zod';
import { mailQueue, matchQueue, periods, table } from '../settings.ts';

/** Mails and requests that the stream missed are queued again after SWEEP_MINUTES. */
export const Env = z.object({ ...table(), ...mailQueue(), ...matchQueue(), ...periods() });
