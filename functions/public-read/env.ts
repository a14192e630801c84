import * as z from 'zod';
import { coordinator, linkSecret, matching, table } from '../settings.ts';

/** What reading needs: the table, the secret that links and cursors are checked with, whom a page says to write to, and by
 * what hours of driving become miles. */
export const Env = z.object({ ...table(), ...linkSecret(), ...matching(), ...coordinator() });
