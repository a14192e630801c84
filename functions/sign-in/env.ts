import * as z from 'zod';
import { linkSecret, signIn, table } from '../settings.ts';

/** Form tokens are made with the link secret. */
export const Env = z.object({ ...table(), ...linkSecret(), ...signIn() });
