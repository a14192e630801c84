import * as z from 'zod';
import { contactBudget, linkSecret, matching, periods, table } from '../settings.ts';

/**
 * Approving checks the rules again and makes the first offer: hence the matching settings, the contact
 * budget and the periods.
 * Cursors are signed with the link secret.
 */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods(), ...matching(), ...contactBudget() });
