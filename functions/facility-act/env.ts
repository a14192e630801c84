import * as z from 'zod';
import { formLimits, linkSecret, periods, table } from '../settings.ts';

/** Links are checked and people counted with the link secret; the periods say until when what is begun here holds, the
 * limits how many claims are taken. */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods(), ...formLimits() });
