import * as z from 'zod';
import { contactBudget, linkSecret, matching, periods, signIn, table } from '../settings.ts';

/** As the coordinators' API, and where they sign in. Form tokens are made with the link secret. */
export const Env = z.object({
  ...table(),
  ...linkSecret(),
  ...periods(),
  ...matching(),
  ...contactBudget(),
  ...signIn(),
});
