import * as z from 'zod';
import { directoryQueue, matchQueue, table } from '../settings.ts';

/** The table that directories are kept in, their own queue for checks, and the one that hears of what may have opened. */
export const Env = z.object({ ...table(), ...directoryQueue(), ...matchQueue() });
