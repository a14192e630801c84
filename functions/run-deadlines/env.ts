import * as z from 'zod';
import { digest, table } from '../settings.ts';

/** Every deadline is in the table; the coordinators' digest has its hour. */
export const Env = z.object({ ...table(), ...digest() });
