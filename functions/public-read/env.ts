import * as z from 'zod';
import { linkSecret, table } from '../settings.ts';

/** What reading needs: the table, and the secret that links and cursors are checked with. */
export const Env = z.object({ ...table, ...linkSecret });
