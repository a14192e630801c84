import * as z from 'zod';
import { table } from '../settings.ts';

/** Every deadline is in the table. */
export const Env = z.object({ ...table() });
