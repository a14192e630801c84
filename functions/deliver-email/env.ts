import * as z from 'zod';
import { coordinator, linkSecret, mailing, sendRate, table } from '../settings.ts';

/** What a mail is rendered from and sent with. Tokens are derived here and nowhere else. */
export const Env = z.object({ ...table(), ...linkSecret(), ...mailing(), ...sendRate(), ...coordinator() });
