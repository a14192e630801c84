import * as z from 'zod';
import { linkSecret, matching, table } from '../settings.ts';

/** The table, the secret that links are checked with, and how matching judges. */
export const Env = z.object({ ...table(), ...linkSecret(), ...matching() });
