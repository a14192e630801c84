import * as z from 'zod';
import { linkSecret, periods, table } from '../settings.ts';

/** Form tokens are made with the link secret, and people are counted by it; the periods are of what is taken in. */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods() });
