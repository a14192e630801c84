import * as z from 'zod';
import { matchQueue, table } from '../settings.ts';

/** The table that directories are kept in, and the queue that hears of what may have opened. */
export const Env = z.object({ ...table(), ...matchQueue() });
