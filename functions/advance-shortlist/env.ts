import * as z from 'zod';
import { contactBudget, matching, periods, table } from '../settings.ts';

/** The next offer is made after the rules and the contact budget are checked again, and has its own time to answer. */
export const Env = z.object({ ...table(), ...periods(), ...matching(), ...contactBudget() });
