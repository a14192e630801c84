import * as z from 'zod';
import { coordinator, linkSecret, table } from '../settings.ts';

/** What reading needs: the table, the secret that links and cursors are checked with, and whom a page says to write to. */
export const Env = z.object({ ...table(), ...linkSecret(), ...coordinator() });
