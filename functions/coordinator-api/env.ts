import * as z from 'zod';
import { linkSecret, matching, periods, table } from '../settings.ts';

/**
 * Approving checks the rules again and makes the first offer: hence the matching settings and the periods.
 * Cursors are signed with the link secret.
 */
export const Env = z.object({ ...table, ...linkSecret, ...periods, ...matching });
