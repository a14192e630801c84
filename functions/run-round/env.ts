import * as z from 'zod';
import { contactBudget, matching, table } from '../settings.ts';

/** The table that requests, sites and contacts are in, how to match, and how often a facility may be contacted. */
export const Env = z.object({ ...table(), ...matching(), ...contactBudget() });
