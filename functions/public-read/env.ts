import * as z from 'zod';
import { coordinator, linkSecret, matching, table } from '../settings.ts';

/** What reading needs: the table, the secret that links and cursors are checked with, whom a page says to write to, and how the
 * preview of a request is matched. */
export const Env = z.object({ ...table(), ...linkSecret(), ...matching(), ...coordinator() });
