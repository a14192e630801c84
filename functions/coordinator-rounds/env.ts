import * as z from 'zod';
import { contactBudget, linkSecret, matching, periods, table } from '../settings.ts';

/** As the coordinators' API. Form tokens are made with the link secret. */
export const Env = z.object({
  ...table(),
  ...linkSecret(),
  ...periods(),
  ...matching(),
  ...contactBudget(),
});
