import * as z from 'zod';
import { matching, table } from '../settings.ts';

/** The table that requests and sites are in, and how to match them. */
export const Env = z.object({ ...table(), ...matching() });
