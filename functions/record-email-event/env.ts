import * as z from 'zod';
import { mailOrigin, table } from '../settings.ts';

/** The outbox, in which the mail's fate is noted, is part of the table. */
export const Env = z.object({ ...table(), ...mailOrigin() });
