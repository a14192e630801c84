import * as z from 'zod';
import { linkSecret, periods, table } from '../settings.ts';

/** Links are checked and people counted with the link secret; the periods say until when what is begun here holds. */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods() });
