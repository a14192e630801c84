import * as z from 'zod';
import { matching, periods, table } from '../settings.ts';

/** The next offer is made after the rules are checked again, and has its own time to answer. */
export const Env = z.object({ ...table, ...periods, ...matching });
