import * as z from 'zod';
import { formLimits, linkSecret, matching, periods, table } from '../settings.ts';

/** Links are checked and people counted with the link secret; the periods say until when what is begun here holds, the
 * limits how many forms are taken; hours of driving become miles by the settings of matching. */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods(), ...matching(), ...formLimits() });
